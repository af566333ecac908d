using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing.Providers;

/// <summary>The songs of the emulated providers, and a search that ranks as such services do: by letters in common, then by popularity. Thread-safe.</summary>
public sealed class SongShelf
{
    readonly List<(EmulatedSong Song, HashSet<string> Grams)> songs;

    /// <summary>Puts songs on a shelf.</summary>
    public SongShelf(IEnumerable<EmulatedSong> songs) => this.songs = [.. songs.Select(song => (song, GramsOf($"{song.Title} {song.Artist}")))];

    /// <summary>A shelf with a few songs, one of them in several versions.</summary>
    public static SongShelf Small { get; } = new([
        new(1, "Glass Harbour", "The Paper Lanterns"),
        new(2, "Glass Harbour (Remix)", "The Paper Lanterns") { DurationMs = 301_000 },
        new(3, "Glass Harbour - Live at Dusk", "The Paper Lanterns") { DurationMs = 260_000 },
        new(4, "夜のフェリー", "紙の提灯") { Popularity = 41 },
        new(5, "Ночной паром", "Бумажные фонари") { Popularity = 38 },
        new(6, "Hello", "Ada Marlowe") { Popularity = 80 },
        new(7, "Hello", "The Brass Kettles") { Popularity = 79 },
        new(8, "Salt & Thunder", "Copper Vale") { Bpm = 0 },
    ]);

    /// <summary>All songs.</summary>
    public IEnumerable<EmulatedSong> All => songs.Select(entry => entry.Song);

    /// <summary>Songs that look like a text, the likeliest first.</summary>
    public IReadOnlyList<EmulatedSong> Search(string text, int limit)
    {
        var asked = GramsOf(text);
        return
        [
            .. songs.Select(entry => (entry.Song, Score: 2.0 * entry.Grams.Count(asked.Contains) / (entry.Grams.Count + asked.Count)))
                .Where(entry => entry.Score > 0.25)
                .OrderByDescending(entry => Math.Round(entry.Score, 2)).ThenByDescending(entry => entry.Song.Popularity)
                .Take(limit)
                .Select(entry => entry.Song),
        ];
    }

    public EmulatedSong? Find(Func<EmulatedSong, bool> isIt) => All.FirstOrDefault(isIt);

    /// <summary>Runs of up to three letters: short enough for scripts that write a word in two signs.</summary>
    static HashSet<string> GramsOf(string text)
    {
        var folded = TrackSearchText.Of(text, []);
        var grams = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 <= folded.Length; i++)
        {
            grams.Add(folded.Substring(i, 2));
            if (i + 3 <= folded.Length)
                grams.Add(folded.Substring(i, 3));
        }
        return grams;
    }
}
