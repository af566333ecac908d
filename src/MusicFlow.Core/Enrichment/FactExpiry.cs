using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>How long facts of a source may be kept. Spotify's terms want its metadata short-lived; its ids, which lead back to it, may stay.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="KeepFor">How long its facts may be kept.</param>
public sealed record FactExpiry(string Source, TimeSpan KeepFor)
{
    /// <summary>The sources that set a limit.</summary>
    public static IReadOnlyList<FactExpiry> All { get; } = [new("spotify", TimeSpan.FromHours(24))];

    /// <summary>Whether a source sets a limit: where two sources name a track alike, the other one's names are worth more.</summary>
    /// <param name="source">Name of a source.</param>
    public static bool IsLimited(string source) => All.Any(expiry => expiry.Source == source);

    /// <summary>Takes out of a track what may not be kept any longer.</summary>
    /// <param name="track">Facts of a track.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The facts that stay, the id at the source among them; <see langword="null"/> when the track's names may not stay, and so the track.</returns>
    public static TrackFacts? Apply(TrackFacts track, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(track);
        var kept = TrackMerge.Where(track, source => !All.Any(expiry => expiry.Source == source.Name && now - source.At > expiry.KeepFor)) with { SpotifyId = track.SpotifyId };
        return kept is { Title: not null, Artists: not null } ? kept : null;
    }
}
