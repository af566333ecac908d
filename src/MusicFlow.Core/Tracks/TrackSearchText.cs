namespace MusicFlow.Core.Tracks;

/// <summary>The folded texts a catalogue keeps of a track so that it can be found.</summary>
public static class TrackSearchText
{
    /// <summary>The song's own name, folded, without guests, editions and versions: what most people type.</summary>
    /// <param name="title">Title as its source writes it.</param>
    public static string Song(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return TitleText.OfSong(title);
    }

    /// <summary>Title and artists, folded, with a space before and behind, so that every word begins and ends with one.</summary>
    /// <param name="title">Title as its source writes it.</param>
    /// <param name="artists">Names of the artists.</param>
    public static string Of(string title, IEnumerable<string> artists)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(artists);
        return $" {PlainText.Fold(title)} {string.Join(' ', artists.Select(PlainText.Fold))} ";
    }
}
