namespace MusicFlow.Storage.Tracks;

/// <summary>A row of the table <c>track</c>, named as Dapper wants it; units as in <see cref="Core.Tracks.TrackFacts"/>.</summary>
internal sealed class TrackRow
{
    public long Id { get; set; }
    public string TrackKey { get; set; } = "";
    public string ArtistKey { get; set; } = "";
    public string Song { get; set; } = "";
    public string Search { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>JSON array of names.</summary>
    public string Artists { get; set; } = "[]";
    public string? Album { get; set; }

    /// <summary>As precise as known: <c>2015</c>, <c>2015-07</c> or <c>2015-07-17</c>.</summary>
    public string? Released { get; set; }
    public string? Genre { get; set; }
    public string? SpotifyId { get; set; }
    public string? Isrc { get; set; }
    public string? DeezerId { get; set; }
    public string? AppleId { get; set; }
    public string? MusicbrainzId { get; set; }

    /// <summary>Absolute address.</summary>
    public string? Cover { get; set; }
    public int? Explicit { get; set; }
    public double? Popularity { get; set; }
    public int? AvailableMarkets { get; set; }
    public double? DurationMs { get; set; }
    public double? Danceability { get; set; }
    public double? Energy { get; set; }
    public int? MusicalKey { get; set; }
    public int? Mode { get; set; }
    public double? LoudnessDb { get; set; }
    public double? Speechiness { get; set; }
    public double? Acousticness { get; set; }
    public double? Instrumentalness { get; set; }
    public double? Liveness { get; set; }
    public double? Valence { get; set; }
    public double? TempoBpm { get; set; }
    public int? TimeSignature { get; set; }

    /// <summary>Name of the source that most facts have.</summary>
    public string Source { get; set; } = "";

    /// <summary>Its time, milliseconds since 1970.</summary>
    public long SourceAt { get; set; }

    /// <summary>JSON object: column → source, for the facts of other sources; <see langword="null"/> when there are none.</summary>
    public string? FieldSources { get; set; }
}

/// <summary>A source in <see cref="TrackRow.FieldSources"/>.</summary>
/// <param name="N">Its name.</param>
/// <param name="T">Its time, milliseconds since 1970.</param>
internal readonly record struct SourceStamp(string N, long T);
