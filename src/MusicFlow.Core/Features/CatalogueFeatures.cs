using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>What the artist's other tracks in the catalogue say about this one.</summary>
/// <remarks>An artist without another track is taken to be as popular as this one: a gap there would tell how large the catalogue is, not how the song is.</remarks>
internal static class CatalogueFeatures
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("artist_catalogue_tracks", Catalogue, "tracks", 0, 1_000_000, "the artist's other tracks in the catalogue", r => r.Shelf?.Tracks),
        new("artist_popularity", Catalogue, "of 100", 0, 100, "popularity of the artist's other tracks", r => r.Shelf is { } shelf ? shelf.MeanPopularity ?? r.Track.Popularity?.Value : null),
        new("popularity_above_artist", Catalogue, "points", -100, 100, "popularity beside the artist's other tracks",
            r => r is { Track.Popularity: { } popularity, Shelf: { } shelf } ? popularity.Value - (shelf.MeanPopularity ?? popularity.Value) : null),
    ];
}
