using System.Text.Json;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tracks;

/// <summary>Turns facts into a row and back.</summary>
internal static class TrackMapping
{
    /// <summary>The row of a track; keys and search text are made from its title and artists, which must be known.</summary>
    public static TrackRow ToRow(TrackFacts track)
    {
        var sources = new RowSources();
        var artists = track.Artists!.Value;
        var key = TrackKey.Of(track)!.Value;
        sources.Text(track.Artists, nameof(track.Artists));
        var row = new TrackRow
        {
            TrackKey = key.Value,
            ArtistKey = key.Artist,
            Song = TrackSearchText.Song(track.Title!.Value.Value),
            Search = TrackSearchText.Of(track.Title.Value.Value, artists.Value),
            Artists = JsonSerializer.Serialize(artists.Value, StorageJson.Readable.IReadOnlyListString),
            Title = sources.Text(track.Title, nameof(track.Title))!,
            Album = sources.Text(track.Album, nameof(track.Album)),
            Released = sources.Text(track.Released, nameof(track.Released)),
            Genre = sources.Text(track.Genre, nameof(track.Genre)),
            SpotifyId = sources.Text(track.SpotifyId, nameof(track.SpotifyId)),
            Isrc = sources.Text(track.Isrc, nameof(track.Isrc)),
            DeezerId = sources.Text(track.DeezerId, nameof(track.DeezerId)),
            AppleId = sources.Text(track.AppleId, nameof(track.AppleId)),
            MusicbrainzId = sources.Text(track.MusicBrainzId, nameof(track.MusicBrainzId)),
            Cover = sources.Text<string>(track.Cover is { } cover ? new Fact<string>(cover.Value.AbsoluteUri, cover.Source) : null, nameof(track.Cover)),
            Explicit = sources.Value(track.Explicit, nameof(track.Explicit)) is { } isExplicit ? (isExplicit ? 1 : 0) : null,
            Popularity = sources.Value(track.Popularity, nameof(track.Popularity)),
            AvailableMarkets = sources.Value(track.AvailableMarkets, nameof(track.AvailableMarkets)),
            DurationMs = sources.Value(track.DurationMs, nameof(track.DurationMs)),
            Danceability = sources.Value(track.Danceability, nameof(track.Danceability)),
            Energy = sources.Value(track.Energy, nameof(track.Energy)),
            MusicalKey = sources.Value(track.Key, nameof(track.Key)),
            Mode = sources.Value(track.Mode, nameof(track.Mode)),
            LoudnessDb = sources.Value(track.LoudnessDb, nameof(track.LoudnessDb)),
            Speechiness = sources.Value(track.Speechiness, nameof(track.Speechiness)),
            Acousticness = sources.Value(track.Acousticness, nameof(track.Acousticness)),
            Instrumentalness = sources.Value(track.Instrumentalness, nameof(track.Instrumentalness)),
            Liveness = sources.Value(track.Liveness, nameof(track.Liveness)),
            Valence = sources.Value(track.Valence, nameof(track.Valence)),
            TempoBpm = sources.Value(track.TempoBpm, nameof(track.TempoBpm)),
            TimeSignature = sources.Value(track.TimeSignature, nameof(track.TimeSignature)),
        };
        sources.WriteTo(row);
        return row;
    }

    /// <summary>The facts of a row.</summary>
    public static TrackFacts ToFacts(TrackRow row)
    {
        var facts = new RowFacts(row);
        var artists = JsonSerializer.Deserialize(row.Artists, StorageJson.Readable.IReadOnlyListString)!;
        return new TrackFacts
        {
            Id = new TrackId(row.Id),
            Title = facts.Text(row.Title, nameof(TrackFacts.Title)),
            Artists = new Fact<IReadOnlyList<string>>(artists, facts.SourceOf(nameof(TrackFacts.Artists))),
            Album = facts.Text(row.Album, nameof(TrackFacts.Album)),
            Released = ReleaseDate.TryParse(row.Released, out var released) ? facts.Fact<ReleaseDate>(released, nameof(TrackFacts.Released)) : null,
            Genre = facts.Text(row.Genre, nameof(TrackFacts.Genre)),
            SpotifyId = facts.Text(row.SpotifyId, nameof(TrackFacts.SpotifyId)),
            Isrc = facts.Text(row.Isrc, nameof(TrackFacts.Isrc)),
            DeezerId = facts.Text(row.DeezerId, nameof(TrackFacts.DeezerId)),
            AppleId = facts.Text(row.AppleId, nameof(TrackFacts.AppleId)),
            MusicBrainzId = facts.Text(row.MusicbrainzId, nameof(TrackFacts.MusicBrainzId)),
            Cover = Uri.TryCreate(row.Cover, UriKind.Absolute, out var cover) ? new Fact<Uri>(cover, facts.SourceOf(nameof(TrackFacts.Cover))) : null,
            Explicit = facts.Fact<bool>(row.Explicit is { } isExplicit ? isExplicit == 1 : null, nameof(TrackFacts.Explicit)),
            Popularity = facts.Fact(row.Popularity, nameof(TrackFacts.Popularity)),
            AvailableMarkets = facts.Fact(row.AvailableMarkets, nameof(TrackFacts.AvailableMarkets)),
            DurationMs = facts.Fact(row.DurationMs, nameof(TrackFacts.DurationMs)),
            Danceability = facts.Fact(row.Danceability, nameof(TrackFacts.Danceability)),
            Energy = facts.Fact(row.Energy, nameof(TrackFacts.Energy)),
            Key = facts.Fact(row.MusicalKey, nameof(TrackFacts.Key)),
            Mode = facts.Fact(row.Mode, nameof(TrackFacts.Mode)),
            LoudnessDb = facts.Fact(row.LoudnessDb, nameof(TrackFacts.LoudnessDb)),
            Speechiness = facts.Fact(row.Speechiness, nameof(TrackFacts.Speechiness)),
            Acousticness = facts.Fact(row.Acousticness, nameof(TrackFacts.Acousticness)),
            Instrumentalness = facts.Fact(row.Instrumentalness, nameof(TrackFacts.Instrumentalness)),
            Liveness = facts.Fact(row.Liveness, nameof(TrackFacts.Liveness)),
            Valence = facts.Fact(row.Valence, nameof(TrackFacts.Valence)),
            TempoBpm = facts.Fact(row.TempoBpm, nameof(TrackFacts.TempoBpm)),
            TimeSignature = facts.Fact(row.TimeSignature, nameof(TrackFacts.TimeSignature)),
        };
    }
}
