using System.Globalization;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>One call that a bot made.</summary>
/// <param name="Method">Spelt as the manual spells it.</param>
/// <param name="Body">The parameters, whatever way they came; a file stands as <c>attach://part</c>.</param>
/// <param name="Files">The uploaded parts.</param>
/// <param name="At">When it came.</param>
public sealed record BotCall(string Method, JsonObject Body, IReadOnlyDictionary<string, byte[]> Files, DateTimeOffset At)
{
    /// <summary>How it was answered; 0 while it was not, and when the connection was cut.</summary>
    public int Status { get; internal set; }

    /// <summary>The refusal; <see langword="null"/> when it was done.</summary>
    public string? Refusal { get; internal set; }

    internal long Chat => Number("chat_id") ?? throw ApiRefusedException.Bad("chat_id is empty");

    /// <summary>A parameter that is a text.</summary>
    public string? Text(string field) => Body[field]?.GetValue<string>();

    /// <summary>A parameter that is a number, or a text with one.</summary>
    public long? Number(string field) => Body[field] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        JsonValue value when value.TryGetValue<string>(out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw ApiRefusedException.Bad("chat not found"),
    };

    /// <summary>A parameter that is yes or no.</summary>
    public bool Flag(string field) => Body[field]?.GetValue<bool>() ?? false;
}
