using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using MusicFlow.Discord.Ed25519;

namespace MusicFlow.Discord;

/// <summary>How the bot is on Discord.</summary>
public sealed partial class DiscordOptions : IValidatableObject
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Discord";

    /// <summary>Bot token of the developer portal. A secret: environment or user-secrets only. Needed for the gateway and to register commands.</summary>
    [RegularExpression(@"[\w-]+\.[\w-]+\.[\w-]+", ErrorMessage = "Discord:Token is no bot token: three parts with dots between them.")] public string? Token { get; set; }

    /// <summary>Public key of the developer portal, 64 hexadecimal digits. Needed for HTTP.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Snowflake of the application; <see langword="null"/> to ask Discord.</summary>
    [RegularExpression(@"\d{15,20}", ErrorMessage = "Discord:ApplicationId is no snowflake: 15 to 20 digits.")] public string? ApplicationId { get; set; }

    /// <summary>How interactions come in. Default <see cref="DiscordMode.Gateway"/>.</summary>
    public DiscordMode Mode { get; set; } = DiscordMode.Gateway;

    /// <summary>Where the API is. Default is Discord's v10.</summary>
    [Required] public Uri BaseAddress { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>Number of shards over all processes; <see langword="null"/> for what Discord recommends.</summary>
    [Range(1, 100_000)] public int? Shards { get; set; }

    /// <summary>The first shard of this process. Default 0.</summary>
    [Range(0, 100_000)] public int FirstShard { get; set; }

    /// <summary>Number of shards in this process; <see langword="null"/> for all from <see cref="FirstShard"/> on.</summary>
    [Range(1, 1_000)] public int? ShardsHere { get; set; }

    /// <summary>Whether the gateway compresses its stream. Default yes.</summary>
    public bool IsCompressed { get; set; } = true;

    /// <summary>How far the time of a signed request may lie from ours, so that an overheard one cannot be sent again later. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")] public TimeSpan ReplayWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Calls per second over everything but interactions. Default 50, as Discord allows every bot.</summary>
    [Range(1, 10_000)] public int RequestsPerSecond { get; set; } = 50;

    /// <summary>Whether commands are registered at each start, where they differ. Default yes.</summary>
    public bool RegistersCommands { get; set; } = true;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode == DiscordMode.Gateway && string.IsNullOrEmpty(Token)) yield return new("The gateway needs Discord:Token.", [nameof(Token)]);
        if (Mode == DiscordMode.Http && string.IsNullOrEmpty(PublicKey)) yield return new("Interactions over HTTP need Discord:PublicKey.", [nameof(PublicKey)]);
        if (!string.IsNullOrEmpty(PublicKey) && !Ed25519PublicKey.TryParse(PublicKey, out _)) yield return new("Discord:PublicKey is no public key: 64 hexadecimal digits of the developer portal.", [nameof(PublicKey)]);
        if (BaseAddress is { IsAbsoluteUri: true, Scheme: not ("http" or "https") }) yield return new("Discord:BaseAddress is no http or https address.", [nameof(BaseAddress)]);
    }

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<DiscordOptions>;
}

/// <summary>How interactions come in; Discord sends them one way only.</summary>
public enum DiscordMode
{
    /// <summary>Over a connection that the bot opens; needs no address of its own.</summary>
    Gateway,

    /// <summary>As signed requests to the bot's address, for several replicas behind a load balancer.</summary>
    Http,
}
