using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Covers;

namespace MusicFlow.Pictures;

/// <summary>Keys of pictures for <see cref="PictureCache"/>: equal content, equal key. Thread-safe.</summary>
public static class PictureKey
{
    /// <summary>The key of a prediction card.</summary>
    public static string Of(PredictionCardContent content) => Of("prediction", content, PictureKeyJson.Default.PredictionCardContent);

    /// <summary>The key of a feature radar.</summary>
    public static string Of(FeatureRadarContent content) => Of("radar", content, PictureKeyJson.Default.FeatureRadarContent);

    /// <summary>The key of a waterfall of contributions.</summary>
    public static string Of(ContributionWaterfallContent content) => Of("waterfall", content, PictureKeyJson.Default.ContributionWaterfallContent);

    /// <summary>The key of a cover in a size.</summary>
    public static string Of(CoverContent content, int size) => Of($"cover{size}", content, PictureKeyJson.Default.CoverContent);

    static string Of<TContent>(string kind, TContent content, JsonTypeInfo<TContent> type)
    {
        ArgumentNullException.ThrowIfNull(content);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, type), hash);
        return $"{kind}:{Convert.ToHexString(hash)}";
    }
}

/// <summary>How contents are written before they are hashed.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(PredictionCardContent))]
[JsonSerializable(typeof(FeatureRadarContent))]
[JsonSerializable(typeof(ContributionWaterfallContent))]
[JsonSerializable(typeof(CoverContent))]
internal sealed partial class PictureKeyJson : JsonSerializerContext;
