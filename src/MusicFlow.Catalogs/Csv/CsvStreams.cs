using System.IO.Compression;

namespace MusicFlow.Catalogs.Csv;

/// <summary>Opens a file as text, unpacking gzip (known by its first bytes, not its name).</summary>
internal static class CsvStreams
{
    // Without it a file cut off by a broken download looks like one that ends there.
    static CsvStreams() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Opens a stream of the file's plain bytes.</summary>
    /// <exception cref="CatalogFileException">The file is empty or of a kind that holds no text.</exception>
    public static async Task<Stream> UnpackAsync(Stream file, string name, CancellationToken ct)
    {
        var head = new byte[4];
        var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        file.Position = 0;
        return head.AsSpan(0, length) switch
        {
            [] => throw new CatalogFileException($"{name} is empty."),
            [0x1F, 0x8B, ..] => new GZipStream(file, CompressionMode.Decompress),
            [(byte)'P', (byte)'K', 3 or 5, ..] => throw new CatalogFileException($"{name} is a ZIP archive (or a spreadsheet): unpack it, or save the sheet as CSV in UTF-8."),
            _ => file,
        };
    }

    /// <summary>The name by which facts of a file are marked: its name without folders and endings.</summary>
    public static string Stem(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in (ReadOnlySpan<string>)[".gz", ".csv", ".tsv", ".txt"])
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                name = name[..^ending.Length];
        return name;
    }
}
