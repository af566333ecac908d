using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>The id of a recording in the local catalogue. Stable while the catalogue lives; another catalogue gives other ids.</summary>
/// <param name="Value">&gt; 0.</param>
public readonly record struct TrackId(long Value)
{
    /// <summary>The id as a person or a button writes it, such as <c>t:4711</c>; <see cref="TrackQuery"/> reads it as a link.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"t:{Value}");

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="id">The id, when the text is one.</param>
    public static bool TryParse(string? text, out TrackId id)
    {
        var isId = text is { Length: > 2 } && text.StartsWith("t:", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        id = isId ? new TrackId(long.Parse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return isId;
    }
}
