using System.Diagnostics.Metrics;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Xgboost;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Predictions;

public sealed class PredictorTests : IClassFixture<TrainedModelFixture>
{
    private static readonly DateTimeOffset Now = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly LoadedModel _model;

    public PredictorTests(TrainedModelFixture trained) => _model = new LoadedModel(
        trained.Artifact.Metadata, new TreeModel(XgboostJsonReader.Read(trained.Artifact.Model)), FeatureSchema.Named(trained.Artifact.Metadata.Features));

    [Fact]
    public void Each_prediction_is_counted_by_its_verdict()
    {
        // Other tests predict beside this one, on threads of their own; the counter calls back on the thread that counts.
        var thread = Environment.CurrentManagedThreadId;
        List<object?> verdicts = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "musicflow.predictions") self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread) verdicts.Add(tags[0].Value);
        });
        listener.Start();

        var prediction = Predict(Some.Track());

        Assert.Equal([prediction.Verdict.Level.ToString()], verdicts);
    }

    [Fact]
    public void The_answer_follows_from_the_vector_and_the_model_file()
    {
        var prediction = Predict(Some.Track());

        var trees = ((TreeModel)_model.Model).Ensemble;
        var margin = MathF.Log(trees.BaseScore) + trees.Trees.Sum(tree => tree.SplitConditions[tree.LeafOf([.. prediction.Vector])]);
        Assert.Equal(margin, prediction.Margin, 1e-4f);
        Assert.Equal(Math.Clamp(Math.Exp(prediction.Margin), 0, 30), prediction.Streams, 1e-9);
        Assert.Equal(Verdict.On(prediction.Streams), prediction.Verdict);
        Assert.Equal(Whose.TypicalListener, prediction.Whose);
    }

    [Fact]
    public void Range_and_probability_are_honest_numbers()
    {
        var prediction = Predict(Some.Track());

        Assert.InRange(prediction.Range.Low, 0, prediction.Range.High);
        Assert.InRange(prediction.Range.High, prediction.Range.Low, 30);
        Assert.InRange(prediction.ProbabilityOfAStream, 0, 1);
    }

    [Fact]
    public void Reasons_are_factors_of_topics_and_slight_ones_are_left_out()
    {
        var prediction = Predict(Some.Track());

        Assert.NotEmpty(prediction.Reasons);
        Assert.All(prediction.Reasons, reason => Assert.False(reason.Factor is > 0.95 and < 1.05));
        Assert.True(prediction.Reasons.Count(reason => reason.Factor > 1) <= 3);
        Assert.True(prediction.Reasons.Count(reason => reason.Factor < 1) <= 2);
    }

    [Fact]
    public void All_topics_together_multiply_to_the_answer()
    {
        var vector = Predict(Some.Track()).Vector.ToArray();

        var contributions = _model.Model.Contributions(vector);

        Assert.Equal(_model.Model.Margin(vector), contributions.Sum(), 1e-3);
    }

    [Fact]
    public void A_track_of_which_only_the_name_is_known_is_answered_and_says_how_little_was_known()
    {
        var prediction = Predict(Some.BareTrack());

        Assert.True(prediction.KnownFeatures < prediction.Features.Count / 2);
        Assert.InRange(prediction.Streams, 0, 30);
    }

    [Fact]
    public void A_model_whose_leaves_are_damaged_is_refused_by_name()
    {
        var model = _model with { Model = new NotANumber() };

        var refusal = Assert.Throws<ModelFormatException>(() => new Predictor(model).Predict(Some.Track(), TrackKey.Of(Some.Track())!.Value, Now, Surroundings.None));

        Assert.Contains(_model.Metadata.Id, refusal.Message, StringComparison.Ordinal);
    }

    private sealed class NotANumber : IMarginModel
    {
        public Objective Objective { get; } = new Objective.Poisson();

        public int Size => 1;

        public float Margin(ReadOnlySpan<float> features) => float.PositiveInfinity;

        public double[] Contributions(ReadOnlySpan<float> features) => new double[features.Length + 1];
    }

    private Prediction Predict(TrackFacts track) => new Predictor(_model).Predict(track, TrackKey.Of(track)!.Value, Now, Surroundings.None);
}
