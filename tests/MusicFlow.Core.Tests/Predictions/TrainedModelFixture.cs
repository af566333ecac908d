using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Predictions;

/// <summary>A model for any listener, trained once on two made-up ones.</summary>
public sealed class TrainedModelFixture
{
    public TrainedModelFixture()
    {
        var catalogue = SomeListening.Catalogue(500);
        Listener[] listeners = [SomeListening.Listener(catalogue), SomeListening.Listener(catalogue, "another", 23)];
        var run = new TrainingRun(listeners, catalogue, [new DataFile("made-up.zip", new string('0', 64))], new TrainerOptions { Draws = 2 }, TimeProvider.System);
        Artifact = run.Run("made-up", null, CancellationToken.None);
    }

    public TrainedArtifact Artifact { get; }
}
