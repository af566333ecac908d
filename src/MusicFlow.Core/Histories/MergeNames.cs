namespace MusicFlow.Core.Histories;

/// <summary>Numbers for the names of tracks, so that merging compares integers; equal up to letter case.</summary>
/// <remarks>The numbers follow the order of the names, not of the plays: merging gives the same whatever was imported first.</remarks>
internal sealed class MergeNames
{
    readonly int[] titles;
    readonly int[] artists;
    readonly int[] identities;
    readonly int[] ranks;

    public MergeNames(HistoryTrack[] tracks)
    {
        (titles, artists, identities, ranks) = (new int[tracks.Length], new int[tracks.Length], new int[tracks.Length], new int[tracks.Length]);
        var order = Enumerable.Range(0, tracks.Length).ToArray();
        Array.Sort(order, (a, b) => Compare(tracks[a], tracks[b]));
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var whole = new Dictionary<(string? Id, int Title, int Artist), int>();
        for (var rank = 0; rank < order.Length; rank++)
        {
            var (i, track) = (order[rank], tracks[order[rank]]);
            titles[i] = Number(names, track.Title);
            artists[i] = Number(names, track.Artist);
            identities[i] = Number(whole, track.SpotifyId is { } id ? (id, 0, 0) : (null, titles[i], artists[i]));
            ranks[i] = rank;
        }
    }

    /// <summary>What two rows of the same kind of export must share: the track id, or without one title and artist.</summary>
    public int Identity(PlayRow row) => identities[row.Track];

    public int Title(PlayRow row) => titles[row.Track];

    public int Artist(PlayRow row) => artists[row.Track];

    /// <summary>Decides between rows that are equal in everything else.</summary>
    public int Rank(PlayRow row) => ranks[row.Track];

    static int Compare(HistoryTrack a, HistoryTrack b)
    {
        var order = string.CompareOrdinal(a.Title, b.Title);
        if (order == 0) order = string.CompareOrdinal(a.Artist, b.Artist);
        if (order == 0) order = string.CompareOrdinal(a.Album, b.Album);
        return order == 0 ? string.CompareOrdinal(a.SpotifyId, b.SpotifyId) : order;
    }

    static int Number<T>(Dictionary<T, int> numbers, T name) where T : notnull
    {
        if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count + 1);
        return number;
    }
}
