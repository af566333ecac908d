using System.Globalization;
using System.Text.Json;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tracks;

/// <summary>Collects the sources of a row's facts while it is written: the commonest becomes the row's, the others are listed by column.</summary>
internal sealed class RowSources
{
    readonly List<(string Column, FactSource Source)> facts = [];

    /// <summary>Notes a fact's source and hands out its value.</summary>
    public T? Value<T>(Fact<T>? fact, string column) where T : struct
    {
        if (fact is not { } known)
            return null;
        facts.Add((column, known.Source));
        return known.Value;
    }

    /// <inheritdoc cref="Value{T}"/>
    public string? Text<T>(Fact<T>? fact, string column) where T : notnull
    {
        if (fact is not { } known)
            return null;
        facts.Add((column, known.Source));
        return Convert.ToString(known.Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes the noted sources into the row.</summary>
    public void WriteTo(TrackRow row)
    {
        var common = facts.GroupBy(fact => fact.Source).MaxBy(group => group.Count())!.Key;
        row.Source = common.Name;
        row.SourceAt = common.At.ToUnixTimeMilliseconds();
        var others = facts.Where(fact => fact.Source != common).ToDictionary(
            fact => fact.Column, fact => new SourceStamp(fact.Source.Name, fact.Source.At.ToUnixTimeMilliseconds()), StringComparer.Ordinal);
        row.FieldSources = others.Count == 0 ? null : JsonSerializer.Serialize(others, StorageJson.Readable.DictionaryStringSourceStamp);
    }
}

/// <summary>Gives back the source of each fact of a row that is read.</summary>
internal readonly struct RowFacts(TrackRow row)
{
    readonly FactSource common = new(row.Source, DateTimeOffset.FromUnixTimeMilliseconds(row.SourceAt));
    readonly Dictionary<string, SourceStamp>? others = row.FieldSources is { } json
        ? JsonSerializer.Deserialize(json, StorageJson.Readable.DictionaryStringSourceStamp)
        : null;

    /// <summary>The fact of a column, or <see langword="null"/> when the column is.</summary>
    public Fact<T>? Fact<T>(T? value, string column) where T : struct =>
        value is { } known ? new Fact<T>(known, SourceOf(column)) : null;

    /// <inheritdoc cref="Fact{T}"/>
    public Fact<string>? Text(string? value, string column) =>
        value is { } known ? new Fact<string>(known, SourceOf(column)) : null;

    /// <summary>The source of a column's fact.</summary>
    public FactSource SourceOf(string column) => others is not null && others.TryGetValue(column, out var stamp)
        ? new FactSource(stamp.N, DateTimeOffset.FromUnixTimeMilliseconds(stamp.T))
        : common;
}
