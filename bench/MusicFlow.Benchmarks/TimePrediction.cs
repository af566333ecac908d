using System.Diagnostics;
using System.Text.Json;
using MusicFlow.Learning;
using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Benchmarks;

/// <summary><c>time-prediction MODEL.json ROWS.f32 OUT.json</c>: microseconds per row of one thread, best of many short repeats.</summary>
/// <remarks>Short, so that on a busy machine some of them run undisturbed.</remarks>
internal static class TimePrediction
{
    const int Repeats = 200;

    public static int Run(string[] args)
    {
        if (args is not [var path, var rowsPath, var outPath]) return 2;
        var model = XgboostJsonReader.Read(File.ReadAllBytes(path));
        var rows = RawFloats.Read(rowsPath, model.FeatureCount);
        var predictor = new TreePredictor(model);
        var portable = new TreePredictor(model, allowWide: false);
        var explainer = new TreeExplainer(model);
        var few = rows.Select([.. Enumerable.Range(0, Math.Min(100, rows.Rows))]);
        var block = rows.Select([.. Enumerable.Range(0, Math.Min(4096, rows.Rows))]);
        var times = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["single"] = PerRow(few.Rows, () => Singles(predictor, few)),
            ["batch"] = PerRow(block.Rows, () => predictor.Margins(block)),
            ["batch_portable"] = PerRow(block.Rows, () => portable.Margins(block)),
            ["shap_single"] = PerRow(few.Rows, () => Explanations(explainer, few)),
            ["shap_batch"] = PerRow(few.Rows, () => explainer.Explain(few)),
            ["load_ms"] = PerRow(1, () => XgboostJsonReader.Read(File.ReadAllBytes(path))) / 1000,
            ["compile_ms"] = PerRow(1, () => new TreePredictor(model)) / 1000,
        };
        File.WriteAllText(outPath, JsonSerializer.Serialize(times));
        return 0;
    }

    static float Singles(TreePredictor predictor, FeatureMatrix rows)
    {
        var sum = 0f;
        for (var i = 0; i < rows.Rows; i++) sum += predictor.Margin(rows.Row(i));
        return sum;
    }

    static float[] Explanations(TreeExplainer explainer, FeatureMatrix rows)
    {
        var contributions = new float[rows.Features + 1];
        for (var i = 0; i < rows.Rows; i++) explainer.Explain(rows.Row(i), contributions);
        return contributions;
    }

    /// <summary>Best repeat, after as long a warming up as the compiler needs to reach its last tier.</summary>
    static double PerRow(int rows, Func<object> work)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1);) GC.KeepAlive(work());
        var best = double.MaxValue;
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(work());
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / rows);
        }
        return best;
    }
}
