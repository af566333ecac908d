using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Training;

/// <summary>One track of the catalogue that training draws from.</summary>
public sealed record CatalogueTrack(TrackKey Key, TrackFacts Facts);
