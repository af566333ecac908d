using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Csv;

/// <summary>Reads tracks from a public CSV file (also gzipped) by the names in its header. Constant memory at any size.</summary>
/// <remarks>
/// Comma, semicolon, tab or bar, whichever the file uses. UTF-8, or UTF-16 with its mark. A row is refused when it has no title or artist, a name
/// of more than 300 characters or with unreadable characters, or another number of fields than the header. A single value that is not what
/// its column should hold (text for a number, danceability 1.2) is left unknown and named; the row stays.
/// </remarks>
public static class CsvTrackReader
{
    /// <summary>Largest row in bytes: beyond it a quote was never closed.</summary>
    const int LargestRow = 1 << 20;

    const int LongestSourceName = 40;
    const int MostSources = 1_000;

    static readonly CsvReaderOptions Options = new()
    {
        MaxRecordSize = LargestRow,
        TrackLineNumbers = true,
        PoolStrings = true,
    };

    /// <summary>Reads a file row by row.</summary>
    /// <param name="file">The file's bytes from its beginning; seekable; stays open.</param>
    /// <param name="path">Its path: names the file in messages, and the source of its facts where it has no column <c>source</c>.</param>
    /// <param name="at">The time to note as that of the facts.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="CatalogFileException">The file as a whole cannot be read; rows given out before are good.</exception>
    public static async IAsyncEnumerable<CsvTrackRow> ReadAsync(Stream file, string path, DateTimeOffset at, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var name = Path.GetFileName(path);
        var plain = await CsvStreams.UnpackAsync(file, name, ct);
        using var text = new StreamReader(plain, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 1 << 16, leaveOpen: true);
        await using var reader = CsvReader.Create(text, Options, leaveOpen: true);
        await GuardAsync(reader, name, async () => { await reader.ReadHeaderAsync(ct); return true; });
        var columns = new CsvColumns([.. reader.Headers], name);
        var decimalComma = reader.Separator == ';';
        var sources = new Dictionary<string, FactSource>(StringComparer.Ordinal) { [""] = new(CsvStreams.Stem(path), at) };
        while (await GuardAsync(reader, name, async () => await reader.ReadAsync(ct)))
            yield return Row(reader, columns, sources, decimalComma);
    }

    static CsvTrackRow Row(CsvReader reader, CsvColumns columns, Dictionary<string, FactSource> sources, bool decimalComma)
    {
        if (reader.FieldCount != columns.Count)
            return new CsvTrackRow.Refused(reader.LineNumber, "another number of fields than the header");
        var source = Source(columns[CsvField.Source] is >= 0 and var at ? reader.GetString(at).Trim() : "", sources);
        var cells = new CsvCells(reader, columns, source, decimalComma);
        var (track, reason) = CsvTrackFacts.Of(cells, source);
        return track is null ? new CsvTrackRow.Refused(reader.LineNumber, reason!) : new CsvTrackRow.Taken(track, cells.Refused);
    }

    static FactSource Source(string name, Dictionary<string, FactSource> sources)
    {
        if (name.Length > LongestSourceName || CsvText.IsBroken(name))
            name = "";
        if (sources.TryGetValue(name, out var known))
            return known;
        var made = sources[""] with { Name = name };
        return sources.Count < MostSources ? sources[name] = made : made;
    }

    /// <summary>Takes one step; what can be wrong with a whole file becomes a sentence.</summary>
    static async Task<bool> GuardAsync(CsvReader reader, string name, Func<ValueTask<bool>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception cause) when (Sentence(cause) is { } sentence)
        {
            var line = cause is CsvFormatException { LineNumber: > 0 } malformed ? malformed.LineNumber : reader.LineNumber + 1;
            throw new CatalogFileException($"{name}, line {line} or soon after: {sentence}", cause);
        }
    }

    static string? Sentence(Exception cause) => cause switch
    {
        DecoderFallbackException => "the text is not UTF-8; save the file as UTF-8 and import it again.",
        InvalidDataException => "the gzip data is damaged or cut off; fetch the file again.",
        CsvFormatException => "the row is longer than a million bytes, so a closing quote is probably missing; mend that line and import the file again.",
        _ => null,
    };
}
