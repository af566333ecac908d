namespace MusicFlow.Core.Histories.Exports;

/// <summary>Counts distinct artist names by their hashes, exactly up to <see cref="HistoryLimits.CountedArtists"/>, in bounded memory.</summary>
/// <remarks>Two names with the same 64-bit hash count once: at 200,000 names one chance in a billion.</remarks>
internal sealed class ArtistCount
{
    readonly HashSet<ulong> hashes = [];
    string? latest;

    /// <summary>Distinct names so far.</summary>
    public int Count => hashes.Count;

    public void Add(string artist)
    {
        // Albums are played in a row, and the pool hands out the same string again.
        if (ReferenceEquals(artist, latest)) return;
        latest = artist;
        if (hashes.Count < HistoryLimits.CountedArtists) hashes.Add(Hash(artist));
    }

    /// <summary>Adds all names that another count has seen.</summary>
    public void Add(ArtistCount other)
    {
        foreach (var hash in other.hashes)
            if (hashes.Count < HistoryLimits.CountedArtists) hashes.Add(hash);
    }

    // FNV-1a over UTF-16 units: string.GetHashCode has 32 bits only, which would collide at ten thousand names.
    static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
