using System.Collections.Frozen;

namespace MusicFlow.Catalogs.Csv;

/// <summary>Facts that a column of a CSV file may hold; two of one fact in another unit are two members.</summary>
internal enum CsvField
{
    Title, Artists, Album, Released, Year, Genre, SpotifyId, Isrc, Explicit, Popularity, AvailableMarkets, DurationMs, Seconds, Duration,
    Danceability, Energy, Key, Mode, LoudnessDb, Speechiness, Acousticness, Instrumentalness, Liveness, Valence, TempoBpm, TimeSignature, Source,
}

/// <summary>Where a file keeps which fact, found by the names in its header.</summary>
internal sealed class CsvColumns
{
    /// <summary>Names as public files write them, the likelier first; case, blanks, <c>_</c>, <c>-</c>, <c>.</c> and brackets do not count.</summary>
    static readonly FrozenDictionary<CsvField, string[]> Names = new Dictionary<CsvField, string[]>
    {
        [CsvField.Title] = ["track_name", "name", "track", "title", "song", "song_name", "song_title", "track_title"],
        [CsvField.Artists] = ["track_artist", "artists", "artist", "artist_name", "artist_names", "artists_name", "artist_name(s)", "track_artists", "performer"],
        [CsvField.Album] = ["track_album_name", "album", "album_name"],
        [CsvField.Released] = ["track_album_release_date", "release_date", "released", "album_release_date"],
        [CsvField.Year] = ["year", "release_year", "released_year", "album_year"],
        [CsvField.Genre] = ["playlist_genre", "track_genre", "genre", "main_genre", "top_genre", "genres"],
        [CsvField.SpotifyId] = ["track_id", "spotify_id", "spotify_track_id", "id", "track_uri", "uri", "spotify_track_uri"],
        [CsvField.Isrc] = ["isrc", "track_isrc"],
        [CsvField.Explicit] = ["explicit", "is_explicit", "explicitness", "track_explicit"],
        [CsvField.Popularity] = ["track_popularity", "popularity", "song_popularity", "spotify_popularity"],
        [CsvField.AvailableMarkets] = ["available_markets", "markets", "number_of_available_markets"],
        [CsvField.DurationMs] = ["duration_ms", "song_duration_ms", "track_duration_ms", "length_ms"],
        [CsvField.Seconds] = ["seconds", "duration_s", "duration_sec", "duration_seconds"],
        [CsvField.Duration] = ["duration", "length", "track_duration"],
        [CsvField.Danceability] = ["danceability"],
        [CsvField.Energy] = ["energy"],
        [CsvField.Key] = ["key"],
        [CsvField.Mode] = ["mode", "audio_mode"],
        [CsvField.LoudnessDb] = ["loudness", "loudness_db"],
        [CsvField.Speechiness] = ["speechiness"],
        [CsvField.Acousticness] = ["acousticness"],
        [CsvField.Instrumentalness] = ["instrumentalness"],
        [CsvField.Liveness] = ["liveness"],
        [CsvField.Valence] = ["valence", "audio_valence"],
        [CsvField.TempoBpm] = ["tempo", "bpm", "tempo_bpm"],
        [CsvField.TimeSignature] = ["time_signature", "timesig"],
        [CsvField.Source] = ["source"],
    }.ToFrozenDictionary();

    readonly int[] columns = new int[Names.Count];

    /// <summary>Finds the columns of a header.</summary>
    /// <exception cref="CatalogFileException">No column for the title or for the artist.</exception>
    public CsvColumns(IReadOnlyList<string> header, string file)
    {
        Count = header.Count;
        var plain = header.Select(Plain).ToList();
        Array.Fill(columns, -1);
        foreach (var (field, names) in Names)
            columns[(int)field] = names.Select(name => plain.IndexOf(Plain(name))).FirstOrDefault(at => at >= 0, -1);
        PercentFrom(plain);
        Require(CsvField.Title, "title", header, file);
        Require(CsvField.Artists, "artist", header, file);
    }

    /// <summary>Number of columns of the header.</summary>
    public int Count { get; }

    /// <summary>Fields that the file gives in percent (<c>danceability_%</c>).</summary>
    public HashSet<CsvField> Percent { get; } = [];

    /// <summary>The column of a fact, or −1.</summary>
    public int this[CsvField field] => columns[(int)field];

    void PercentFrom(List<string> plain)
    {
        for (var field = CsvField.Danceability; field <= CsvField.Valence; field++)
            if (this[field] < 0 && plain.IndexOf(Names[field][0] + "%") is >= 0 and var at)
            {
                columns[(int)field] = at;
                Percent.Add(field);
            }
    }

    void Require(CsvField field, string what, IReadOnlyList<string> header, string file)
    {
        if (this[field] >= 0)
            return;
        var found = string.Join(", ", header.Take(12).Select(name => name.Length > 30 ? name[..30] + "…" : name));
        throw new CatalogFileException($"{file} has no column for the {what}: its first line must name one of {string.Join(", ", Names[field].Take(5))}; it names {Printable(found)}.");
    }

    static string Plain(string name) => string.Concat(name.Where(letter => char.IsLetterOrDigit(letter) || letter == '%')).ToLowerInvariant();

    static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '�' : letter));
}
