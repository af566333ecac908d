using System.Globalization;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Benchmarks;

/// <summary><c>train-for-interop TASK ROWS.f32 FEATURES TARGETS.f32 MODEL.json</c>: trains a model of each kind for the real XGBoost to load.</summary>
internal static class TrainForInterop
{
    public static int Run(string[] args)
    {
        if (args is not [var task, var rows, var features, var targets, var path]) return 2;
        var matrix = RawFloats.Read(rows, int.Parse(features, CultureInfo.InvariantCulture));
        var samples = new Samples(matrix, RawFloats.Read(targets, 1).Values);
        var model = Booster.Train(samples, validation: null, Options(task), progress: null, CancellationToken.None);
        File.WriteAllBytes(path, XgboostJsonWriter.Write(model));
        return 0;
    }

    static BoostingOptions Options(string task) => task switch
    {
        "poisson" => Boosting(new Objective.Poisson()),
        "tweedie" => Boosting(new Objective.Tweedie(1.2)),
        "logistic" => Boosting(new Objective.Logistic()),
        "softmax" => Boosting(new Objective.Softmax(4)),
        "quantile" => Boosting(new Objective.Quantile(0.9)),
        "leaf-wise" => Boosting(new Objective.SquaredError()) with { Growth = Growth.LeafWise, MaxLeaves = 40, MaxDepth = 0 },
        "forest" => Boosting(new Objective.SquaredError()) with { Rounds = 1, LearningRate = 1, ParallelTrees = 50, RowSample = 0.6, ColumnSampleByNode = 0.6 },
        _ => Boosting(new Objective.SquaredError()),
    };

    static BoostingOptions Boosting(Objective objective) => new() { Objective = objective, Rounds = 60, LearningRate = 0.2, FeatureNames = ["größe", .. Enumerable.Range(1, 11).Select(i => "f" + i.ToString(CultureInfo.InvariantCulture))] };
}
