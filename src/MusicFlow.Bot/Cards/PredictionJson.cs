using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Bot.Cards;

/// <summary>A prediction as the one JSON document of <c>predict --json</c>; names and shape are a contract.</summary>
internal sealed record PredictionJson(
    string Song, string Artist, string? Album, double Prediction, int[] Range, double ProbabilityOfAStream, Verdict Verdict, string Whose, string Span,
    IReadOnlyList<KeyFeature> KeyFeatures, IReadOnlyList<ReasonJson> Reasons, string Model, float Margin, IReadOnlyList<NamedValue> Features)
{
    private const int Decimals = 2;

    /// <summary>UTF-8 of the document.</summary>
    public static byte[] Of(Prediction prediction) => JsonSerializer.SerializeToUtf8Bytes(From(prediction), PredictionJsonContext.Relaxed.PredictionJson);

    private static PredictionJson From(Prediction prediction) => new(
        prediction.Track.Title?.Value ?? "",
        string.Join(", ", prediction.Track.Artists?.Value ?? []),
        prediction.Track.Album?.Value,
        Math.Round(prediction.Streams, Decimals),
        [prediction.Range.Low, prediction.Range.High],
        Math.Round(prediction.ProbabilityOfAStream, Decimals),
        prediction.Verdict,
        PredictionWords.Whose(Language.English, prediction.Whose),
        "P365D",
        KeyFeature.Of(prediction),
        [.. prediction.Reasons.Select(reason => new ReasonJson(PredictionWords.Reason(Language.English, reason), Math.Round(reason.Factor, Decimals)))],
        prediction.ModelId,
        prediction.Margin,
        [.. prediction.Features.Select((feature, i) => new NamedValue(feature.Name, float.IsNaN(prediction.Vector[i]) ? null : prediction.Vector[i]))]);
}

/// <summary>One reason in English words, and the factor by which it moves the answer.</summary>
internal sealed record ReasonJson(string Text, double Factor);

/// <summary>One element of the vector that the model saw; <see langword="null"/> when unknown or withheld.</summary>
internal sealed record NamedValue(string Name, float? Value);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(PredictionJson))]
internal sealed partial class PredictionJsonContext : JsonSerializerContext
{
    /// <summary>Writes emoji and letters of any script as themselves.</summary>
    public static PredictionJsonContext Relaxed { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
