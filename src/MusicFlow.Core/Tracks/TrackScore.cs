namespace MusicFlow.Core.Tracks;

/// <summary>How well a track fits the readings of a query: the best of title × artist over all readings.</summary>
internal static class TrackScore
{
    /// <summary>What a remix, live or acoustic version is worth to someone who asked for the song, or the song to someone who asked for a version.</summary>
    const double OtherVersion = 0.93;

    /// <summary>What other wording behind the song's name costs: a subtitle left out.</summary>
    const double OtherWording = 0.98;

    /// <summary>What naming a guest instead of the primary artist costs.</summary>
    const double GuestOnly = 0.97;

    /// <summary>What a match without a sign between song and artist can reach: less than a spelled-out one.</summary>
    const double Unseparated = 0.995;

    /// <summary>An artist less alike than this is another one: below every score that counts.</summary>
    const double LeastArtist = 0.5;

    /// <summary>The score, 0 to 1.</summary>
    public static double Of(IReadOnlyList<TrackReading> readings, TrackFacts track)
    {
        if (track is not { Title: { } title, Artists: { } artists })
            return 0;
        var names = new TrackNames(title.Value, artists.Value);
        return readings.Max(reading => reading.Artist is { } artist
            ? Artist(artist, names) is var fit && fit < LeastArtist ? fit * fit : fit * Title(reading.Song, names)
            : Math.Max(readings.Count == 1 ? Alone(reading.Song, names) : WithSeparator(reading.Song, names), Unsplit(reading.Song, names)));
    }

    /// <summary>Scores a text as a song alone. No artist speaks for it, so the title has to fit better than beside one.</summary>
    static double Alone(string text, TrackNames names) => Math.Pow(Title(text, names), 2);

    /// <summary>Scores a text with a dash as a song alone, for titles that hold one; else what stands behind the dash is an artist and must not be passed over.</summary>
    static double WithSeparator(string text, TrackNames names) => Math.Pow(TextSimilarity.ByEdits(PlainText.Fold(text), names.Recording), 6);

    static double Title(string asked, TrackNames names)
    {
        var recording = TitleText.OfRecording(asked);
        var whole = TextSimilarity.Of(recording, names.Recording);
        if (whole >= 1)
            return 1;
        var askedSong = TitleText.OfSong(asked);
        var isSameVersion = TitleMarks.Of(asked).IsOtherVersion == names.IsOtherVersion;
        // Without additions on either side the song's name is the whole title: compared already.
        var song = askedSong == recording && names.Song == names.Recording ? whole : TextSimilarity.Of(askedSong, names.Song);
        return Math.Max(isSameVersion ? whole : whole * OtherVersion, song * (isSameVersion ? OtherWording : OtherVersion));
    }

    static double Artist(string asked, TrackNames names)
    {
        var primary = ArtistCredit.Primary(asked);
        var whole = PlainText.Fold(asked);
        var first = TextSimilarity.Of(primary, names.Primary);
        if (first < 1 && (primary != whole || names.Primary != names.Credit))
            first = Math.Max(first, TextSimilarity.Of(whole, names.Credit));
        return names.Guests.Aggregate(first, (best, guest) => Math.Max(best, GuestOnly * TextSimilarity.Of(whole, guest)));
    }

    /// <summary>Scores a text as song and artist in either order, parted where the artist's words would end.</summary>
    static double Unsplit(string text, TrackNames names)
    {
        var asWritten = PlainText.Fold(text);
        var withoutEditions = TitleText.OfRecording(text);
        var best = Unsplit(asWritten.Split(' '), names);
        return asWritten == withoutEditions ? best : Math.Max(best, Unsplit(withoutEditions.Split(' '), names));
    }

    static double Unsplit(string[] words, TrackNames names)
    {
        var best = 0d;
        var count = names.Primary.Split(' ').Length;
        for (var taken = Math.Max(1, count - 1); taken <= Math.Min(count + 1, words.Length - 1); taken++)
        {
            best = Math.Max(best, Parted(words[..^taken], words[^taken..], names));
            best = Math.Max(best, Parted(words[taken..], words[..taken], names));
        }
        return best;
    }

    /// <summary>The artist first: it is short, and where it does not fit the title need not be compared.</summary>
    static double Parted(string[] song, string[] artist, TrackNames names) =>
        Artist(string.Join(' ', artist), names) is var fit && fit < LeastArtist ? 0 : Unseparated * fit * Title(string.Join(' ', song), names);
}

/// <summary>The folded names of a track, made once per comparison.</summary>
internal sealed class TrackNames(string title, IReadOnlyList<string> artists)
{
    /// <summary>The title with what tells recordings apart.</summary>
    public string Recording { get; } = TitleText.OfRecording(title);

    /// <summary>The song's own name.</summary>
    public string Song { get; } = TitleText.OfSong(title);

    /// <summary>Whether the title speaks of a remix, live or acoustic version.</summary>
    public bool IsOtherVersion { get; } = TitleMarks.Of(title).IsOtherVersion;

    /// <summary>The primary artist.</summary>
    public string Primary { get; } = ArtistCredit.Primary(artists[0]);

    /// <summary>All artists in order.</summary>
    public string Credit { get; } = PlainText.Fold(string.Join(' ', artists));

    /// <summary>The other artists.</summary>
    public IReadOnlyList<string> Guests { get; } = [.. artists.Skip(1).Select(PlainText.Fold)];
}
