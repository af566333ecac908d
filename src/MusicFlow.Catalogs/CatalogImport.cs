using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs;

/// <summary>How far an import has come, and what became of its rows. Not thread-safe: read it in the progress call or at the end.</summary>
public sealed class CatalogImport
{
    readonly Dictionary<string, long> refusedRows = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> refusedValues = new(StringComparer.Ordinal);

    /// <summary>Size of the file in bytes, as it lies on the disk.</summary>
    public long Bytes { get; internal init; }

    /// <summary>Bytes of it that were read, 0 to <see cref="Bytes"/>.</summary>
    public long BytesRead { get; internal set; }

    /// <summary>Rows read, without the header.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that were new recordings.</summary>
    public long Taken { get; private set; }

    /// <summary>Rows that were merged into known recordings.</summary>
    public long Merged { get; private set; }

    /// <summary>Rows that were refused.</summary>
    public long Refused => refusedRows.Values.Sum();

    /// <summary>Refused rows by reason, such as <c>no title</c>.</summary>
    public IReadOnlyDictionary<string, long> RefusedRows => refusedRows;

    /// <summary>Values that were left unknown because they were none of the column's, by fact, such as <c>Popularity</c>.</summary>
    public IReadOnlyDictionary<string, long> RefusedValues => refusedValues;

    internal void Add(CsvTrackRow row)
    {
        Rows++;
        if (row is CsvTrackRow.Refused refused)
            Count(refusedRows, refused.Reason, 1);
        else if (row is CsvTrackRow.Taken taken)
            foreach (var field in taken.RefusedValues)
                Count(refusedValues, field, 1);
    }

    internal void Add(ImportCounts counts)
    {
        Taken += counts.Taken;
        Merged += counts.Merged;
        if (counts.Refused > 0)
            Count(refusedRows, "text that no database stores", counts.Refused);
    }

    static void Count(Dictionary<string, long> counts, string name, long number) => counts[name] = counts.GetValueOrDefault(name) + number;
}
