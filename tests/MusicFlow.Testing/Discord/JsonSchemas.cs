using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace MusicFlow.Testing.Discord;

/// <summary>The schemas of Discord's objects beside this file (see the LICENSE in each folder). Thread-safe.</summary>
static class JsonSchemas
{
    static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Loaded = new(StringComparer.Ordinal);

    /// <summary>What is wrong with an object; empty where nothing is.</summary>
    /// <param name="schema">Name of a schema file without ending.</param>
    /// <param name="json">The object.</param>
    public static IReadOnlyList<string> Errors(string schema, JsonNode? json) =>
        [.. Loaded.GetOrAdd(schema, name => new Lazy<JsonSchema>(() => Load(name))).Value.Validate(json?.ToJsonString() ?? "null").Select(error => $"{schema}: {error.Path} {error.Kind}")];

    /// <summary>Throws where the emulator itself says something that Discord would not.</summary>
    public static void Check(string schema, JsonNode? json)
    {
        var errors = Errors(schema, json);
        if (errors.Count > 0) throw new InvalidOperationException($"The emulator is wrong: {string.Join("; ", errors)} in {json?.ToJsonString()}");
    }

    static JsonSchema Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Discord.Schemas.{name}.json") ?? throw new ArgumentException($"There is no schema {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return JsonSchema.FromJsonAsync(reader.ReadToEnd()).GetAwaiter().GetResult();
    }
}
