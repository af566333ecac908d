using System.Text;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tracks;

/// <summary>What the catalogue's tables can hold.</summary>
internal static class TrackLimits
{
    /// <summary>Longest key in bytes of UTF-8: PostgreSQL indexes at most 2,704 per entry.</summary>
    const int MostKeyBytes = 2_000;

    /// <summary>Whether a track has title and artist, both of storable text and length.</summary>
    public static bool IsStorable(TrackFacts track) =>
        TrackKey.Of(track) is { } key
        && key.Title.Length > 0 && key.Artist.Length > 0
        && key.Value.Length <= MostKeyBytes && Encoding.UTF8.GetByteCount(key.Value) <= MostKeyBytes
        && IsText(track.Title!.Value.Value) && track.Artists!.Value.Value.All(IsText)
        && IsText(track.Album?.Value) && IsText(track.Genre?.Value) && IsText(track.SpotifyId?.Value) && IsText(track.Isrc?.Value);

    /// <summary>PostgreSQL stores neither U+0000 nor halves of surrogate pairs; nobody means either in a title.</summary>
    static bool IsText(string? text)
    {
        if (text is null)
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
                return false;
        }
        return true;
    }
}
