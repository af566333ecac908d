using System.Diagnostics.Metrics;

namespace MusicFlow.Core.Predictions;

/// <summary>Counts predictions, for whoever listens to the meter <c>MusicFlow</c>.</summary>
internal static class PredictionMeter
{
    private static readonly Meter Meter = new("MusicFlow");

    /// <summary><c>musicflow.predictions</c>, by verdict and by whose plays were predicted.</summary>
    private static readonly Counter<long> Predictions = Meter.CreateCounter<long>("musicflow.predictions", "{prediction}", "Predictions made.");

    /// <summary>Counts one prediction.</summary>
    public static void Count(Prediction prediction) =>
        Predictions.Add(1, new("verdict", prediction.Verdict.Level.ToString()), new("whose", prediction.Whose.ToString()));
}
