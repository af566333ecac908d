namespace MusicFlow.Core.Training;

/// <summary>One row of a training table: a track, whose plays they are, and how many streams there were.</summary>
/// <param name="Track">The track, always one of the catalogue.</param>
/// <param name="Listener">Index of the listener.</param>
/// <param name="CutOff">Features may know nothing that happened at or after this moment.</param>
/// <param name="Streams">The target: streams in the target's window, clipped to 0–30.</param>
public sealed record Sample(CatalogueTrack Track, int Listener, DateTimeOffset CutOff, int Streams);
