namespace MusicFlow.Benchmarks;

/// <summary>What this program can be asked for, one line each; a verb takes its arguments and returns the exit code.</summary>
internal static class Verbs
{
    public static IReadOnlyDictionary<string, Func<string[], int>> All { get; } = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
    {
        ["train"] = TrainBenchmark.Run,
        ["explain-model"] = ExplainModel.Run,
        ["time-prediction"] = TimePrediction.Run,
        ["import"] = Import.Run,
        ["quality-tables"] = QualityTables.Run,
        ["draw-cards"] = DrawCards.Run,
        ["train-for-interop"] = TrainForInterop.Run,
    };
}
