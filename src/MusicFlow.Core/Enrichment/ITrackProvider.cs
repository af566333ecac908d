using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>A service outside that knows tracks. Optional, slow and fallible by nature: every caller goes on without it. Thread-safe.</summary>
public interface ITrackProvider
{
    /// <summary>Name under which its facts are marked (<see cref="FactSource.Name"/>), such as <c>deezer</c>.</summary>
    string Name { get; }

    /// <summary>Why it is not asked, with the setting that turns it on; <see langword="null"/> while it is asked.</summary>
    string? OffBecause { get; }

    /// <summary>How old its facts may become before they are asked for again; they are served meanwhile.</summary>
    TimeSpan CacheTime { get; }

    /// <summary>Looks for the tracks that a query may mean.</summary>
    /// <param name="query">A link (of any service) or the readings of a text.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Candidates as the provider ranks them; empty when it knows none. For a link at most one, which may lack the artists.</returns>
    /// <exception cref="Exception">The provider said no, is away, or answered with something unreadable.</exception>
    Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct);

    /// <summary>The fields that it could add to a track, by what is known of it: a provider that asks by ISRC can add nothing without one.</summary>
    /// <param name="known">Title and artists are known.</param>
    TrackFields CanAdd(TrackFacts known);

    /// <summary>Looks a track up.</summary>
    /// <param name="known">What is known; title and artists are.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Facts of that recording, or <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="Exception">The provider said no, is away, or answered with something unreadable.</exception>
    Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct);

    /// <summary>Tries the provider out, for <c>doctor</c>.</summary>
    /// <param name="ct">Cancels.</param>
    Task<ProviderCheck> CheckAsync(CancellationToken ct);
}

/// <summary>How a provider is.</summary>
public enum ProviderState
{
    /// <summary>It answers.</summary>
    On,

    /// <summary>It is not asked, because a setting says so or is missing.</summary>
    Off,

    /// <summary>It needs no key and does not answer now: the bot works on without it.</summary>
    Away,

    /// <summary>A key is refused or a setting is wrong: somebody has to mend it.</summary>
    Refused,
}

/// <summary>What came of trying a provider out.</summary>
/// <param name="Name">The provider.</param>
/// <param name="State">How it is.</param>
/// <param name="Sentence">What works, or what does not and how to mend it; one sentence.</param>
public sealed record ProviderCheck(string Name, ProviderState State, string Sentence);
