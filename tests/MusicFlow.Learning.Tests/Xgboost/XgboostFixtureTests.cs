using System.Text;
using System.Text.Json.Nodes;
using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Xgboost;

/// <summary>Models and answers of the real XGBoost, written by <c>bench/interop/interop.py --fixtures</c>.</summary>
public sealed class XgboostFixtureTests
{
    /// <summary>Each task, and how far a margin may be off: nothing, but for the logarithm of the base score, which belongs to the platform.</summary>
    public static TheoryData<string, float> Tasks => new()
    {
        { "squared-error", 0 }, { "leaf-wise", 0 }, { "forest", 0 }, { "dart", 0 }, { "softmax", 0 }, { "poisson", 1e-6f }, { "tweedie", 1e-6f }, { "logistic", 1e-6f },
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Margins_predictions_and_contributions_are_those_of_xgboost(string task, float tolerance)
    {
        var fixture = Fixture.Load(task);
        var predictor = new TreePredictor(fixture.Model);

        AssertClose(fixture.Margins, predictor.Margins(fixture.Rows), tolerance);
        AssertClose(fixture.Predictions, predictor.Predict(fixture.Rows), 1e-6f);
        AssertClose(fixture.Contributions, new TreeExplainer(fixture.Model).Explain(fixture.Rows), 1e-5f);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_model_of_xgboost_that_is_written_again_predicts_the_same_bits(string task, float tolerance)
    {
        var fixture = Fixture.Load(task);

        var again = XgboostJsonReader.Read(XgboostJsonWriter.Write(fixture.Model));

        Assert.Equal(new TreePredictor(fixture.Model).Margins(fixture.Rows), new TreePredictor(again).Margins(fixture.Rows));
        AssertClose(fixture.Margins, new TreePredictor(again).Margins(fixture.Rows), tolerance);
    }

    static void AssertClose(float[] expected, float[] actual, float tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.InRange(actual[i], expected[i] - tolerance, expected[i] + tolerance);
    }

    sealed record Fixture(TreeEnsemble Model, FeatureMatrix Rows, float[] Margins, float[] Predictions, float[] Contributions)
    {
        public static Fixture Load(string task)
        {
            var json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", $"xgboost-1.7.4-{task}.json")))!;
            var model = XgboostJsonReader.Read(Encoding.UTF8.GetBytes(json["model"]!.ToJsonString()));
            var rows = Floats(json, "rows");
            return new Fixture(model, new FeatureMatrix(rows, rows.Length / model.FeatureCount, model.FeatureCount), Floats(json, "margins"), Floats(json, "predictions"), Floats(json, "contributions"));
        }

        static float[] Floats(JsonNode json, string key) => [.. json[key]!.AsArray().Select(value => value is null ? float.NaN : (float)value)];
    }
}
