using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tracks;

/// <summary>The names under which <c>track_alias</c> lists a recording.</summary>
internal static class TrackAlias
{
    public static string OfIsrc(string isrc) => $"isrc:{isrc.Trim().ToUpperInvariant()}";

    public static string OfSpotifyId(string id) => $"spotify:{id}";

    public static string OfKey(TrackKey key) => $"key:{key.Value}";

    /// <summary>The ids of a track, the one that says most about the recording first.</summary>
    public static IEnumerable<string> IdsOf(TrackFacts track)
    {
        if (track.Isrc is { } isrc)
            yield return OfIsrc(isrc.Value);
        if (track.SpotifyId is { } id)
            yield return OfSpotifyId(id.Value);
    }
}
