using System.Text.Encodings.Web;
using System.Text.Json;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Bot.Cards;

/// <summary>Facts of a track as the one JSON document of <c>features --json</c>: <c>{"facts":[{"name","value","unit","source","at"}]}</c>, with <c>--raw</c> also <c>"conflicts"</c> of the same shape.</summary>
internal static class FactsJson
{
    /// <summary>UTF-8 of the document.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="conflicts">What other sources say, or <see langword="null"/> when nobody asked.</param>
    public static byte[] Of(IReadOnlyList<TrackFact> facts, IReadOnlyList<FactConflict>? conflicts = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            WriteAll(json, "facts", facts);
            if (conflicts is not null) WriteAll(json, "conflicts", conflicts.Select(conflict => new TrackFact(conflict.Name, conflict.Value, facts.First(fact => fact.Name == conflict.Name).Unit, conflict.Source)));
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteAll(Utf8JsonWriter json, string name, IEnumerable<TrackFact> facts)
    {
        json.WriteStartArray(name);
        foreach (var fact in facts) Write(json, fact);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TrackFact fact)
    {
        json.WriteStartObject();
        json.WriteString("name", fact.Name);
        json.WritePropertyName("value");
        WriteValue(json, fact.Value);
        json.WriteString("unit", fact.Unit);
        json.WriteString("source", fact.Source?.Name);
        if (fact.Source is { } source) json.WriteString("at", source.At);
        else json.WriteNull("at");
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case IEnumerable<string> several:
                json.WriteStartArray();
                foreach (var text in several) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }
}
