using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>A track as far as it is known when the waiting ends.</summary>
/// <param name="Facts">What is known now.</param>
/// <param name="Rest">
/// Gives all facts once every provider has answered or was given up; <see langword="null"/> when nothing more is under way. It fails never, except that it is cancelled when the program stops.
/// </param>
public sealed record EnrichedTrack(TrackFacts Facts, Task<TrackFacts>? Rest);
