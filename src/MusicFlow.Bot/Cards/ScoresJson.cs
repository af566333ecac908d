using System.Text.Json;
using System.Text.Json.Serialization;
using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Cards;

/// <summary>Scores as the one JSON document of <c>evaluate --json</c>: <c>{"splits":{"track":{"model":{…}}}}</c>.</summary>
internal sealed record ScoresJson(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Scores>> Splits)
{
    /// <summary>UTF-8 of the document.</summary>
    public static byte[] Of(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Scores>> splits) =>
        JsonSerializer.SerializeToUtf8Bytes(new ScoresJson(splits), ScoresJsonContext.Default.ScoresJson);
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(ScoresJson))]
internal sealed partial class ScoresJsonContext : JsonSerializerContext;
