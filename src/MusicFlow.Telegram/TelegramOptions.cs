using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace MusicFlow.Telegram;

/// <summary>How the bot speaks to Telegram.</summary>
public sealed partial class TelegramOptions : IValidatableObject
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Telegram";

    /// <summary>Path at which a webhook is answered, whatever stands before it in <see cref="WebhookUrl"/>.</summary>
    public const string WebhookPath = "/telegram/updates";

    /// <summary>Bot token from @BotFather (<c>id:secret</c>). A secret: environment or user-secrets only.</summary>
    [Required, RegularExpression(@"\d{1,20}:[A-Za-z0-9_-]{1,100}", ErrorMessage = "Telegram:Token is no token of @BotFather (number:letters).")]
    public string Token { get; set; } = "";

    /// <summary>Where the Bot API answers; another one for a local server. Default api.telegram.org.</summary>
    [Required] public Uri BaseAddress { get; set; } = new("https://api.telegram.org/");

    /// <summary>How long one getUpdates call may wait for news (long polling). Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")] public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt of any other call may take. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Public HTTPS address that ends in <see cref="WebhookPath"/>; <see langword="null"/> for long polling. Default none.</summary>
    public Uri? WebhookUrl { get; set; }

    /// <summary>What Telegram tells back with each delivery, 1–256 of <c>[A-Za-z0-9_-]</c>. Default: derived from the token. A secret.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,256}")] public string? WebhookSecret { get; set; }

    /// <summary>Most deliveries at the same time by webhook. Default 40.</summary>
    [Range(1, 100)] public int MaxConnections { get; set; } = 40;

    /// <summary>Whether to keep to Telegram's pace beforehand (1 message a second in a chat, 20 a minute in a group, 30 a second overall). Off only against a server without limits.</summary>
    public bool IsPaced { get; set; } = true;

    /// <summary>The secret of the webhook: the one set, or one that only who has the token can make.</summary>
    internal string SecretToken => WebhookSecret ?? Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Token), "telegram webhook"u8));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseAddress is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) yield return new("Telegram:BaseAddress must be an http or https address.", [nameof(BaseAddress)]);
        if (WebhookUrl is { } url && !(url.IsAbsoluteUri && url.AbsolutePath.EndsWith(WebhookPath, StringComparison.Ordinal)))
            yield return new($"Telegram:WebhookUrl must be a full address that ends in {WebhookPath}.", [nameof(WebhookUrl)]);
    }

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<TelegramOptions>;
}
