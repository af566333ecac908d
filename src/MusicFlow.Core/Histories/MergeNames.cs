namespace MusicFlow.Core.Histories;

/// <summary>Numbers for the names of tracks, so that merging compares integers; equal up to letter case.</summary>
internal sealed class MergeNames
{
    readonly int[] titles;
    readonly int[] artists;
    readonly int[] identities;

    public MergeNames(IReadOnlyList<HistoryTrack> tracks)
    {
        (titles, artists, identities) = (new int[tracks.Count], new int[tracks.Count], new int[tracks.Count]);
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var whole = new Dictionary<(string? Id, int Title, int Artist), int>();
        for (var i = 0; i < titles.Length; i++)
        {
            titles[i] = Number(names, tracks[i].Title);
            artists[i] = Number(names, tracks[i].Artist);
            identities[i] = Number(whole, tracks[i].SpotifyId is { } id ? (id, 0, 0) : (null, titles[i], artists[i]));
        }
    }

    /// <summary>What two rows of the same kind of export must share: the track id, or without one title and artist.</summary>
    public int Identity(PlayRow row) => identities[row.Track];

    public int Title(PlayRow row) => titles[row.Track];

    public int Artist(PlayRow row) => artists[row.Track];

    static int Number<T>(Dictionary<T, int> numbers, T name) where T : notnull
    {
        if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count + 1);
        return number;
    }
}
