using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Benchmarks;

/// <summary>Trains on a table that <c>bench/speed/train.py</c> has written, and tells the CPU seconds of each repeat.</summary>
internal static class TrainBenchmark
{
    private const int Features = 45;

    /// <summary><c>train FOLDER OBJECTIVE REPEATS THREADS</c>: reads <c>train.x, train.y, test.x</c> (float32, little endian), writes <c>ours.json</c> and <c>ours.z</c> (margins of the test rows).</summary>
    public static int Run(string[] args)
    {
        if (args is not [var folder, var objective, var repeats, var threads]) return 2;

        var samples = new Samples(RawFloats.Read(Path.Combine(folder, "train.x"), Features), RawFloats.Read(Path.Combine(folder, "train.y"), 1).Values);
        var options = new BoostingOptions
        {
            Objective = objective == "poisson" ? new Objective.Poisson() : new Objective.SquaredError(),
            Threads = int.Parse(threads, CultureInfo.InvariantCulture),
        };
        var seconds = new List<double>();
        TreeEnsemble? model = null;
        for (var i = 0; i < int.Parse(repeats, CultureInfo.InvariantCulture); i++)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            model = Booster.Train(samples, null, options, null, CancellationToken.None);
            process.Refresh();
            seconds.Add((process.TotalProcessorTime - before).TotalSeconds);
        }
        File.WriteAllText(Path.Combine(folder, "ours.json"), JsonSerializer.Serialize(new { cpu = seconds }));
        var test = RawFloats.Read(Path.Combine(folder, "test.x"), Features);
        RawFloats.Write(Path.Combine(folder, "ours.z"), new TreePredictor(model!).Margins(test));
        return 0;
    }
}
