using System.Runtime.InteropServices;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>The artist's other tracks in the catalogue, one track left out.</summary>
/// <param name="Tracks">Their number.</param>
/// <param name="MeanPopularity">Mean popularity of those whose popularity is known, 0–100; <see langword="null"/> when none is.</param>
public sealed record ArtistShelf(int Tracks, double? MeanPopularity);

/// <summary>The catalogue by primary artist: how many tracks, how popular. Built once, then read by any number of threads.</summary>
public sealed class CatalogueShelves
{
    private readonly Dictionary<string, List<(TrackKey Key, double? Popularity)>> _shelves = new(StringComparer.Ordinal);

    /// <param name="tracks">Identity and popularity of each track; an artist's own shelf is enough to serve one of their tracks.</param>
    public CatalogueShelves(IEnumerable<(TrackKey Key, double? Popularity)> tracks)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        foreach (var track in tracks)
            (CollectionsMarshal.GetValueRefOrAddDefault(_shelves, track.Key.Artist, out _) ??= []).Add(track);
    }

    /// <summary>What the shelf of the track's artist holds besides the track itself.</summary>
    public ArtistShelf ShelfOf(TrackKey key)
    {
        var (tracks, known, sum) = (0, 0, 0.0);
        foreach (var (other, popularity) in _shelves.GetValueOrDefault(key.Artist) ?? [])
        {
            if (other == key) continue;
            tracks++;
            if (popularity is not { } value) continue;
            known++;
            sum += value;
        }
        return new ArtistShelf(tracks, known == 0 ? null : sum / known);
    }
}
