namespace MusicFlow.Core.Tracks;

/// <summary>Reads the primary artist out of a credit such as <c>Drake feat. Rihanna</c> or <c>Ed Sheeran;Khalid</c>.</summary>
/// <remarks>
/// <c>;</c> and <c>feat.</c> always separate. A comma followed by a space separates too, although <c>Tyler, The Creator</c> is one artist:
/// both sides of every comparison are cut the same way, so his tracks still meet each other, with their guests or without; only a
/// namesake of the part before the comma with a track of the same title could be mistaken for him. <c>&amp;</c>, <c>and</c>, <c>x</c> and <c>/</c> never
/// separate: they belong to names (<c>Simon &amp; Garfunkel</c>, <c>AC/DC</c>). What people read is never cut; see <see cref="TrackFacts.Artists"/>.
/// </remarks>
internal static class ArtistCredit
{
    static readonly string[] Separators = [";", "; ", ", ", "、", " feat. ", " feat ", " ft. ", " ft ", " featuring ", " (feat", " (ft", " [feat", " [ft"];

    /// <summary>The part of a credit that names its first artist, folded, without a leading <c>the</c>.</summary>
    public static string Primary(string credit)
    {
        var name = credit.AsSpan().Trim();
        var end = name.Length;
        foreach (var separator in Separators)
            if (name[..end].IndexOf(separator, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
                end = at;
        var folded = PlainText.Fold(name[..end].ToString());
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }
}
