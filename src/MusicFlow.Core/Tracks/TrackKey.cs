namespace MusicFlow.Core.Tracks;

/// <summary>The identity of a recording where no ISRC is known: normalised title and primary artist.</summary>
/// <param name="Value">Such as <c>the less i know the better|tame impala</c>: folded title, <c>|</c>, folded artist.</param>
/// <remarks>
/// Editions of one recording share a key (<c>2011 Remaster</c>, <c>Single Version</c>, <c>Mono</c>, <c>From "Frozen"</c>, guests named or not);
/// remixes, live and acoustic versions keep their own. Rules: <see cref="PlainText"/> for the letters, <see cref="TitleMarks"/> for the additions.
/// </remarks>
public readonly record struct TrackKey(string Value)
{
    const char Divider = '|';

    /// <summary>Makes the key of a recording.</summary>
    /// <param name="title">Title as a source writes it, any script; not blank.</param>
    /// <param name="artist">
    /// The credit as a source writes it, or its first artist: both give the same key. <c>;</c>, a comma with a space and <c>feat.</c> end the
    /// first artist, so <c>Tyler, The Creator</c> is <c>tyler</c> on both sides of every comparison.
    /// </param>
    /// <returns>A key whose parts are empty only where the arguments are blank.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TrackKey Of(string title, string artist)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(artist);
        return new TrackKey(string.Concat(Part(TitleText.OfRecording(title)), "|", Part(ArtistCredit.Primary(artist))));
    }

    /// <summary>Makes the key of a track of which title and artists are known, else gives <see langword="null"/>.</summary>
    /// <param name="track">Facts of a track.</param>
    public static TrackKey? Of(TrackFacts track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return track is { Title: { } title, Artists: { Value.Count: > 0 } artists } ? Of(title.Value, artists.Value[0]) : null;
    }

    /// <summary>The part of the key that comes from the title.</summary>
    public string Title => Value[..Value.LastIndexOf(Divider)];

    /// <summary>The part of the key that comes from the primary artist.</summary>
    public string Artist => Value[(Value.LastIndexOf(Divider) + 1)..];

    /// <inheritdoc/>
    public override string ToString() => Value;

    static string Part(string folded) => folded.Replace(Divider, ' ');
}
