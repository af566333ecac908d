using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;

namespace MusicFlow.Testing;

/// <summary>A ready model around <see cref="LinearModel"/>, with a calibration learnt on made-up outcomes.</summary>
public static class SomeModel
{
    const int Rows = 600;

    /// <summary>The same model each time.</summary>
    public static LoadedModel Loaded { get; } = new(Metadata(), new LinearModel(), LinearModel.Features);

    /// <summary>Answers by <see cref="Loaded"/>.</summary>
    public static Predictor Predictor { get; } = new(Loaded);

    static ModelMetadata Metadata() => new()
    {
        Id = "test-00000000",
        Version = "0.1.0",
        Created = DateTimeOffset.UnixEpoch.AddYears(54),
        Kind = ModelKind.AnyListener,
        Engine = ModelEngine.Trees,
        ModelSha256 = "00",
        Objective = "a straight line",
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
        Seed = 42,
        Candidates = [],
        Features = [.. LinearModel.Features.Select(feature => feature.Name)],
        Withheld = [],
        Data = new TrainingDataSummary
        {
            Files = [],
            Listeners = [new("somebody", 4_000, 900, 700, 365), new("somebody else", 2_500, 600, 450, 170)],
            CatalogueTracks = 1_200,
            Rows = 2_300,
            StreamedRows = 1_150,
            MissingFlagsAuc = 0.5,
        },
        Scores = new Dictionary<string, IReadOnlyDictionary<string, Scores>>(StringComparer.Ordinal),
        Calibration = Calibration(),
    };

    static CountCalibration Calibration()
    {
        var random = new Random(42);
        var streams = Enumerable.Range(0, Rows).Select(row => 8d * row / Rows).ToArray();
        return CountCalibration.Fit([.. streams.Select(Expectation.Of)], [.. streams.Select(mean => (float)Math.Clamp((int)(mean * 2 * random.NextDouble()), 0, 30))]);
    }
}
