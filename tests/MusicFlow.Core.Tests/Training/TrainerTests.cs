using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class TrainerTests
{
    private static readonly TrainerOptions Quick = new() { Draws = 3 };
    private readonly TrainingTables _tables;

    public TrainerTests()
    {
        var catalogue = SomeListening.Catalogue(700);
        _tables = new TrainingTables([SomeListening.Listener(catalogue)], catalogue);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_of_model()
    {
        byte[] Train()
        {
            var table = _tables.Whole(Quick, CancellationToken.None);
            return ModelFolder.Bytes(new Trainer(Quick).Train(table, null, CancellationToken.None).Model);
        }

        Assert.Equal(Train(), Train());
    }

    [Fact]
    public void A_model_finds_the_listeners_taste_and_beats_the_mean()
    {
        var table = _tables.HoldOut(SplitKind.Track, ZeroDraw.Uniform, Quick, CancellationToken.None);

        var (model, scores) = Evaluation.Run(table, Baselines.All, Quick, null, CancellationToken.None);

        Assert.Equal(["model", "mean", "median", "popularity", "artist_mean", "seed_recipe", "neural_network"], scores.Keys);
        Assert.True(model.Scores.PoissonDeviance < 0.8 * scores["mean"].PoissonDeviance);
        Assert.InRange(model.Scores.Auc, 0.75, 1);
        Assert.InRange(model.Scores.Coverage80, 0.72, 1);
    }

    [Fact]
    public void Every_candidate_is_ranked_and_progress_is_told()
    {
        var told = new List<TrainingProgress>();
        var table = _tables.Whole(Quick, CancellationToken.None);

        var trained = new Trainer(Quick).Train(table, new Collecting(told), CancellationToken.None);

        Assert.Equal(Quick.Draws + 2, trained.Ranking.Count);
        Assert.Contains(trained.Ranking, candidate => candidate.Name.StartsWith("random forest", StringComparison.Ordinal));
        Assert.Contains(trained.Ranking, candidate => candidate.Name == "multilayer perceptron");
        Assert.Equal(trained.Ranking.Order(Comparer<(string Name, double Deviance)>.Create((a, b) => a.Deviance.CompareTo(b.Deviance))), trained.Ranking);
        Assert.Equal(trained.Ranking.Count + 1, told.Count);
    }

    [Fact]
    public void A_history_that_the_catalogue_hardly_knows_is_refused_in_one_sentence()
    {
        var catalogue = SomeListening.Catalogue(700);
        var stranger = SomeListening.Listener(catalogue) with { Tracks = [.. SomeListening.Listener(catalogue).Tracks.Take(4)] };

        var refusal = Assert.Throws<TrainingException>(() => new TrainingTables([stranger], catalogue).Whole(Quick, CancellationToken.None));

        Assert.Contains("import a larger catalogue", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_history_makes_a_personal_model_and_several_one_for_any_listener()
    {
        var catalogue = SomeListening.Catalogue(300);
        var one = new TrainingTables([SomeListening.Listener(catalogue)], catalogue);
        var several = new TrainingTables([SomeListening.Listener(catalogue), SomeListening.Listener(catalogue, "b", 5)], catalogue);

        Assert.Equal((ModelKind.OneListener, ModelKind.AnyListener), (one.For, several.For));
        Assert.Equal(FeatureSchema.AnyListener, several.Whole(Quick, CancellationToken.None).Features);
    }

    private sealed class Collecting(List<TrainingProgress> told) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => told.Add(value);
    }
}
