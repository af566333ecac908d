using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Benchmarks;

/// <summary>Trains on a table that <c>bench/speed/train.py</c> has written, and tells the CPU seconds of each repeat.</summary>
internal static class TrainBenchmark
{
    /// <summary><c>train FOLDER OBJECTIVE REPEATS THREADS</c>: reads <c>train.x, train.y, test.x</c> (float32, little endian), writes <c>ours.json</c> and <c>ours.z</c> (margins of the test rows).</summary>
    public static int Run(string[] args)
    {
        if (args is not [var folder, var objective, var repeats, var threads]) return 2;

        var samples = new Samples(Matrix(folder, "train.x"), Floats(Path.Combine(folder, "train.y")));
        var options = new BoostingOptions
        {
            Objective = objective == "poisson" ? new Objective.Poisson() : new Objective.SquaredError(),
            Threads = int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture),
        };
        var seconds = new List<double>();
        TreeEnsemble? model = null;
        for (var i = 0; i < int.Parse(repeats, System.Globalization.CultureInfo.InvariantCulture); i++)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            model = Booster.Train(samples, null, options, null, CancellationToken.None);
            process.Refresh();
            seconds.Add((process.TotalProcessorTime - before).TotalSeconds);
        }
        File.WriteAllText(Path.Combine(folder, "ours.json"), JsonSerializer.Serialize(new { cpu = seconds }));
        File.WriteAllBytes(Path.Combine(folder, "ours.z"), MemoryMarshal.AsBytes<float>(Margins(model!, Matrix(folder, "test.x"))).ToArray());
        return 0;
    }

    private static float[] Margins(TreeEnsemble model, FeatureMatrix features)
    {
        var margins = new float[features.Rows];
        for (var row = 0; row < features.Rows; row++)
        {
            margins[row] = LinkFunction.BaseMargin(model.Objective, model.BaseScore);
            foreach (var tree in model.Trees) margins[row] += tree.SplitConditions[tree.LeafOf(features.Row(row))];
        }
        return margins;
    }

    private static FeatureMatrix Matrix(string folder, string name)
    {
        var values = Floats(Path.Combine(folder, name));
        const int features = 45;
        return new FeatureMatrix(values, values.Length / features, features);
    }

    private static float[] Floats(string path)
    {
        using var file = File.OpenRead(path);
        var values = new float[file.Length / sizeof(float)];
        file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
