namespace MusicFlow.Core.Histories;

/// <summary>How much a stranger's export may ask of the reader. A file over a limit is refused, with a sentence that says so.</summary>
public sealed record HistoryLimits
{
    /// <summary>Distinct artist names are counted exactly up to this many (more would cost memory, and no listener has them).</summary>
    public const int CountedArtists = 200_000;

    /// <summary>The limits used unless a host sets others.</summary>
    public static HistoryLimits Default { get; } = new();

    /// <summary>Most files in one ZIP or folder.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Most bytes read in one reading, unpacked. Default 8 GiB: about ten million plays.</summary>
    public long Bytes { get; init; } = 8L << 30;

    /// <summary>Most bytes of an upload that has to be kept in a temporary file. Default 2 GiB.</summary>
    public long UploadBytes { get; init; } = 2L << 30;

    /// <summary>How many times its packed size an entry may unpack to, once past 1 MiB. Real exports stay below 30.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Longest title, artist or album in UTF-16 units; longer texts make their row <see cref="SkipReason.BadText"/>.</summary>
    public int TextLength { get; init; } = 1_000;

    /// <summary>Deepest nesting of JSON arrays and objects.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Most items in all library and playlist files together.</summary>
    public int LibraryItems { get; init; } = 200_000;
}
