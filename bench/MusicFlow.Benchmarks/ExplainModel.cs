using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Benchmarks;

/// <summary><c>explain-model MODEL.json ROWS.f32 PREFIX</c>: loads a model and writes everything it says about the rows, and the model again.</summary>
internal static class ExplainModel
{
    public static int Run(string[] args)
    {
        if (args is not [var path, var rowsPath, var prefix]) return 2;
        using var stream = File.OpenRead(path);
        var model = XgboostJsonReader.Read(stream);
        var rows = RawFloats.Read(rowsPath, model.FeatureCount);
        var predictor = new TreePredictor(model);
        RawFloats.Write(prefix + ".margins.f32", predictor.Margins(rows));
        RawFloats.Write(prefix + ".predictions.f32", predictor.Predict(rows));
        RawFloats.Write(prefix + ".contributions.f32", new TreeExplainer(model).Explain(rows));
        File.WriteAllBytes(prefix + ".json", XgboostJsonWriter.Write(model));
        return 0;
    }
}
