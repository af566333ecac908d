using System.Globalization;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Catalogs.Tests.Providers;

/// <summary>How often a song is the first answer when a provider alone is asked, through that provider's own ranking; the catalogue is empty.</summary>
public sealed class MatchRateTests(ITestOutputHelper output)
{
    const double Wanted = 0.95;

    static readonly string[] Names = ["Spotify", "Deezer", "MusicBrainz", "ITunes"];

    sealed record Question(string Text, string Title, string Artist, string Kind);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Lazy<(IReadOnlyList<Question> Questions, SongShelf Shelf)> Set { get; } = new(Load);

    [Theory]
    [InlineData("Spotify")]
    [InlineData("Deezer")]
    [InlineData("MusicBrainz")]
    [InlineData("ITunes")]
    public async Task A_provider_alone_finds_what_people_ask_for(string name)
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Development, Set.Value.Shelf, isStrict: false);
        foreach (var other in Names)
        {
            world.Settings[$"Providers:{other}:Enabled"] = other == name ? "true" : "false";
            world.Settings[$"Providers:{other}:Rate"] = "1000";
            world.Settings[$"Providers:{other}:Burst"] = "1000";
            world.Settings[$"Providers:{other}:Timeout"] = "00:00:30";
        }
        var identifier = world.Get<TrackIdentifier>();
        var wrong = new List<(Question Question, TrackMatch Match)>();
        var silent = 0;
        foreach (var question in Set.Value.Questions)
        {
            Assert.True(TrackQuery.TryParse(question.Text, out var query, out _));
            var match = await identifier.IdentifyAsync(query, [], Task.Delay(TimeSpan.FromMinutes(1), Ct), Ct);
            if (First(match) == TrackKey.Of(question.Title, question.Artist))
                continue;
            wrong.Add((question, match));
            silent += match is TrackMatch.Found ? 1 : 0;
        }

        foreach (var (question, match) in wrong)
            output.WriteLine($"[{question.Kind}] {question.Text} → {match.GetType().Name} {First(match)}, not {TrackKey.Of(question.Title, question.Artist)}");
        var rate = 1 - (wrong.Count / (double)Set.Value.Questions.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: top-1 {rate:0.000} of {Set.Value.Questions.Count}; silently wrong {silent}"));
        Assert.True(rate >= Wanted, $"Top-1 through {name} is {rate:0.000}.");
        Assert.True(silent <= Set.Value.Questions.Count * 0.02, $"{silent} are silently wrong through {name}.");
    }

    static TrackKey? First(TrackMatch match) => match switch
    {
        TrackMatch.Found found => TrackKey.Of(found.Track),
        TrackMatch.Several several => TrackKey.Of(several.Tracks[0]),
        _ => null,
    };

    static (IReadOnlyList<Question> Questions, SongShelf Shelf) Load()
    {
        var asked = Rows("match-rate.csv").Select(cells => new Question(cells[0], cells[1], cells[2], cells[3]))
            .Concat(Rows("other-scripts.csv").SelectMany(cells => Ways(cells[0], cells[1]))).ToList();
        var songs = asked.Select(question => (question.Title, question.Artist))
            .Concat(Rows("starter-tracks.csv").Select(cells => (cells[0], cells[1].Split(';')[0])))
            .Distinct().Select((song, i) => new EmulatedSong(i + 1, song.Item1, song.Item2) { Popularity = 100 - (i % 90) });
        return (asked, new SongShelf(songs));
    }

    static IEnumerable<Question> Ways(string title, string artist) =>
    [
        new($"{title} - {artist}", title, artist, "plain"), new($"{artist} - {title}", title, artist, "swapped"), new($"{artist}「{title}」", title, artist, "quoted"),
        new($"{title} {artist}", title, artist, "no dash"), new($"{title} — {artist}", title, artist, "long dash"),
    ];

    static List<List<string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Providers", file));
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(Cells)];
    }

    static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                cells[^1] += line[i++];
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                cells.Add("");
            else
                cells[^1] += line[i];
        }
        return cells;
    }
}
