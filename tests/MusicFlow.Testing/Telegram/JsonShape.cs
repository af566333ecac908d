using System.Text.Json;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Checks JSON against the shapes of Bot API 10.3. Knows the few words of JSON Schema that these use, and fails on any other.</summary>
/// <remarks>Schema/README.md says where they come from.</remarks>
public sealed class JsonShape
{
    readonly JsonObject definitions;

    JsonShape(string file)
    {
        using var stream = typeof(JsonShape).Assembly.GetManifestResourceStream($"{typeof(JsonShape).Namespace}.Schema.{file}.json")!;
        definitions = JsonNode.Parse(stream)!["definitions"]!.AsObject();
    }

    /// <summary>Parameters of methods, such as <c>SendMessageParams</c>.</summary>
    public static JsonShape Methods { get; } = new("methods");

    /// <summary>What the service sends, such as <c>TelegramUpdate</c>.</summary>
    public static JsonShape Objects { get; } = new("objects");

    /// <returns>What is wrong and where, or <see langword="null"/>.</returns>
    public string? Problem(JsonNode? node, string definition) => Problem(node, Find(definition), definition);

    internal JsonObject? Property(string definition, string name) => definitions[definition]?["properties"]?[name]?.AsObject();

    static bool Is(JsonNode? node, string type) => (type, node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("null", JsonValueKind.Null) => true,
        ("string" or "number" or "object" or "array" or "boolean" or "null", _) => false,
        _ => throw new NotSupportedException($"The schema has the type {type}."),
    };

    JsonObject Find(string definition) => definitions[definition]?.AsObject() ?? throw new ArgumentException($"There is no shape {definition}.", nameof(definition));

    string? Problem(JsonNode? node, JsonObject schema, string path)
    {
        foreach (var (word, value) in schema)
        {
            var problem = word switch
            {
                "$ref" => Problem(node, Find(value!.GetValue<string>().Split('/')[^1]), path),
                "type" => Types(value!).Any(type => Is(node, type)) ? null : $"{path} is no {string.Join(" or ", Types(value!))}",
                "enum" => value!.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, node)) ? null : $"{path} is none of {value!.ToJsonString()}",
                "anyOf" => AnyOf(node, value!.AsArray(), path),
                "items" => node is JsonArray list ? list.Select((item, at) => Problem(item, value!.AsObject(), $"{path}[{at}]")).FirstOrDefault(found => found is not null) : null,
                "properties" => node is JsonObject some ? Known(some, value!.AsObject(), path) : null,
                "required" => node is JsonObject whole ? value!.AsArray().Select(name => name!.GetValue<string>()).Where(name => !whole.ContainsKey(name)).Select(name => $"{path}.{name} is missing").FirstOrDefault() : null,
                "additionalProperties" => node is JsonObject open && value!.GetValueKind() == JsonValueKind.False ? Unknown(open, schema, path) : null,
                _ => throw new NotSupportedException($"The schema has the word {word}."),
            };
            if (problem is not null) return problem;
        }
        return null;
    }

    static IEnumerable<string> Types(JsonNode value) => value is JsonArray list ? list.Select(type => type!.GetValue<string>()) : [value.GetValue<string>()];

    static string? Unknown(JsonObject node, JsonObject schema, string path) =>
        node.Select(field => field.Key).Where(name => schema["properties"]?[name] is null).Select(name => $"{path}.{name} is unknown").FirstOrDefault();

    string? Known(JsonObject node, JsonObject properties, string path) =>
        node.Where(field => properties.ContainsKey(field.Key)).Select(field => Problem(field.Value, properties[field.Key]!.AsObject(), $"{path}.{field.Key}")).FirstOrDefault(found => found is not null);

    /// <summary>The complaint of the alternative with the same <c>type</c> is worth more than that of any other.</summary>
    string? AnyOf(JsonNode? node, JsonArray alternatives, string path)
    {
        var problems = new List<string>();
        foreach (var alternative in alternatives)
        {
            if (Problem(node, alternative!.AsObject(), path) is not { } problem) return null;
            problems.Add(problem);
        }
        return problems.Find(problem => !problem.StartsWith($"{path}.type ", StringComparison.Ordinal)) ?? problems[0];
    }
}
