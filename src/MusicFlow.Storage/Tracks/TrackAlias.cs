using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tracks;

/// <summary>The names under which <c>track_alias</c> lists a recording.</summary>
internal static class TrackAlias
{
    public static string OfIsrc(string isrc) => $"isrc:{isrc.Trim().ToUpperInvariant()}";

    public static string OfSpotifyId(string id) => $"spotify:{id}";

    public static string OfLink(TrackLink link) => link.Service switch
    {
        TrackService.Spotify => OfSpotifyId(link.Id),
        TrackService.Deezer => $"deezer:{link.Id}",
        TrackService.Apple => $"apple:{link.Id}",
        TrackService.MusicBrainz => $"musicbrainz:{link.Id}",
        _ => throw new ArgumentException($"The catalogue lists no ids of {link.Service}.", nameof(link)),
    };

    public static string OfKey(TrackKey key) => $"key:{key.Value}";

    /// <summary>The ids of a track, the one that says most about the recording first.</summary>
    public static IEnumerable<string> IdsOf(TrackFacts track)
    {
        if (track.Isrc is { } isrc)
            yield return OfIsrc(isrc.Value);
        if (track.SpotifyId is { } id)
            yield return OfSpotifyId(id.Value);
        if (track.DeezerId is { } deezer)
            yield return OfLink(new TrackLink(TrackService.Deezer, deezer.Value));
        if (track.AppleId is { } apple)
            yield return OfLink(new TrackLink(TrackService.Apple, apple.Value));
        if (track.MusicBrainzId is { } musicBrainz)
            yield return OfLink(new TrackLink(TrackService.MusicBrainz, musicBrainz.Value));
    }
}
