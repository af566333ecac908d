using System.Globalization;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Csv;

/// <summary>Makes a track of the cells of a row. The ranges are those of Spotify's Web API reference, widened by what its API really returns.</summary>
internal static class CsvTrackFacts
{
    /// <summary>Longest title or artist credit, in characters.</summary>
    public const int LongestName = 300;

    const double ShortestMs = 1_000;
    const double LongestMs = 86_400_000;

    /// <summary>The track of the row, or the reason why it is none.</summary>
    public static (TrackFacts? Track, string? Reason) Of(CsvCells cells, FactSource source)
    {
        if (cells.Name(CsvField.Title) is not { } title)
            return (null, "no title");
        if (cells.Name(CsvField.Artists) is not { } credit || CsvText.Names(credit) is not { Count: > 0 } artists)
            return (null, "no artist");
        if (CsvText.IsNothing(title) && CsvText.IsNothing(credit))
            return (null, "no title");
        if (title.Length > LongestName || credit.Length > LongestName * 4 || artists[0].Length > LongestName)
            return (null, "name too long");
        if (CsvText.IsBroken(title) || CsvText.IsBroken(credit))
            return (null, "unreadable characters in a name");
        var named = new TrackFacts { Title = new(title, source), Artists = new Fact<IReadOnlyList<string>>(artists, source) };
        return (WithAudio(WithMetadata(named, cells), cells), null);
    }

    static TrackFacts WithMetadata(TrackFacts track, CsvCells cells) => track with
    {
        Album = cells.Text(CsvField.Album, LongestName),
        Released = Released(cells),
        Genre = cells.Text(CsvField.Genre, LongestName),
        // Files number their rows in a column "id" too: what is no Spotify id is no mistake.
        SpotifyId = cells.Cell(CsvField.SpotifyId) is { } id && CsvText.SpotifyId(id) is { } spotifyId ? new(spotifyId, track.Title!.Value.Source) : null,
        Isrc = cells.Checked(CsvField.Isrc, cells.Cell(CsvField.Isrc), CsvText.Isrc),
        Explicit = cells.Flag(CsvField.Explicit),
        Popularity = cells.Number(CsvField.Popularity, 0, 100),
        AvailableMarkets = Markets(cells),
        DurationMs = DurationMs(cells),
    };

    static TrackFacts WithAudio(TrackFacts track, CsvCells cells) => track with
    {
        Danceability = cells.Number(CsvField.Danceability, 0, 1),
        Energy = cells.Number(CsvField.Energy, 0, 1),
        Key = cells.Key(),
        Mode = cells.Mode(),
        LoudnessDb = cells.Number(CsvField.LoudnessDb, -100, 20),
        Speechiness = cells.Number(CsvField.Speechiness, 0, 1),
        Acousticness = cells.Number(CsvField.Acousticness, 0, 1),
        Instrumentalness = cells.Number(CsvField.Instrumentalness, 0, 1),
        Liveness = cells.Number(CsvField.Liveness, 0, 1),
        Valence = cells.Number(CsvField.Valence, 0, 1),
        // 0 means that no tempo or metre was found.
        TempoBpm = IsZero(cells, CsvField.TempoBpm) ? null : cells.Number(CsvField.TempoBpm, 20, 400),
        TimeSignature = IsZero(cells, CsvField.TimeSignature) ? null : cells.Whole(CsvField.TimeSignature, 1, 7),
    };

    static bool IsZero(CsvCells cells, CsvField field) => cells.Cell(field) is { } cell && cells.Parse(cell) == 0;

    static Fact<ReleaseDate>? Released(CsvCells cells)
    {
        var field = cells.Cell(CsvField.Released) is null ? CsvField.Year : CsvField.Released;
        return cells.Cell(field) is { } cell ? cells.Value<ReleaseDate>(field, ReleaseDate.TryParse(cell, out var date) ? date : null) : null;
    }

    static Fact<int>? Markets(CsvCells cells) => cells.Cell(CsvField.AvailableMarkets) switch
    {
        ['[', ..] list => cells.Value<int>(CsvField.AvailableMarkets, CsvText.Names(list).Count),
        _ => cells.Whole(CsvField.AvailableMarkets, 0, 300),
    };

    static Fact<double>? DurationMs(CsvCells cells)
    {
        if (cells.Cell(CsvField.DurationMs) is not null)
            return cells.Number(CsvField.DurationMs, ShortestMs, LongestMs);
        if (cells.Cell(CsvField.Seconds) is not null)
            return cells.Number(CsvField.Seconds, ShortestMs, LongestMs, 1_000);
        if (cells.Cell(CsvField.Duration) is not { } cell)
            return null;
        if (TimeSpan.TryParseExact(cell, [@"m\:ss", @"mm\:ss", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var time))
            return cells.Value<double>(CsvField.Duration, time.TotalMilliseconds);
        // "duration" says no unit: nothing lasts 10,000 seconds, and nothing as short as 10,000 ms is a song.
        return cells.Number(CsvField.Duration, ShortestMs, LongestMs, cells.Parse(cell) < 10_000 ? 1_000 : 1);
    }
}
