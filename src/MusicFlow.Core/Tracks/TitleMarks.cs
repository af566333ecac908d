namespace MusicFlow.Core.Tracks;

/// <summary>What the wording of a title gives away about the recording.</summary>
/// <param name="IsRemix">A remix, extended mix, rework or speed change; a radio edit or mono mix is not.</param>
/// <param name="IsLive">A concert recording (<c>Live at Wembley</c>, <c>Ao Vivo</c>, <c>Unplugged</c>).</param>
/// <param name="IsRemaster">A remaster.</param>
/// <param name="IsAcoustic">An acoustic version.</param>
/// <param name="HasGuest">The title names a guest or producer (<c>feat.</c>, <c>with</c>, <c>prod.</c>).</param>
/// <param name="HasBrackets">Something behind the title's start stands in brackets.</param>
public readonly record struct TitleMarks(bool IsRemix, bool IsLive, bool IsRemaster, bool IsAcoustic, bool HasGuest, bool HasBrackets)
{
    /// <summary>Reads the marks of a title. Marks count only in brackets, behind a dash or as the last word: <c>Live Forever</c> is a studio title.</summary>
    /// <param name="title">A title as its source writes it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="title"/> is <see langword="null"/>.</exception>
    public static TitleMarks Of(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (!TitleText.HasAdditions(title))
            return default;
        var parts = TitleParts.Of(title);
        var additions = parts.Additions;
        return new TitleMarks(
            additions.Any(EditionWords.IsRemix) || TitleText.EndsWithRemix(parts.Name),
            additions.Any(EditionWords.IsLive),
            additions.Any(EditionWords.IsRemaster),
            additions.Any(EditionWords.IsAcoustic),
            additions.Any(EditionWords.IsGuest),
            parts.HasBrackets);
    }

    /// <summary>Whether the title speaks of a performance or cut of its own: remix, live or acoustic.</summary>
    public bool IsOtherVersion => IsRemix || IsLive || IsAcoustic;
}
