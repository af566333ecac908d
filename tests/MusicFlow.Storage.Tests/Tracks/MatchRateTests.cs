using System.Globalization;
using MusicFlow.Catalogs;
using MusicFlow.Catalogs.Starter;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Storage.Tests.Tracks;

/// <summary>Guards how often a song asked for the way people ask is the first answer. The set is made by <c>bench/match-rate/make.py</c>.</summary>
public sealed class MatchRateTests(ITestOutputHelper output)
{
    const double Wanted = 0.95;

    sealed record Question(string Query, string Title, string Artist, string Mutation, string Half);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Songs_are_found_among_the_starter_songs(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await new CatalogImporter(catalog, TimeProvider.System).ImportAsync(StarterCatalogue.FilePath, null, Ct);
        await catalog.ImportAsync([.. Questions().Select(question => Some.BareTrack(question.Title, question.Artist))], Ct);

        await MeasureAsync(catalog);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Songs_are_found_among_a_hundred_thousand(StorageProvider provider)
    {
        if (SharedFiles.Find("catalogue/catalogue_full.csv.gz") is not { } path)
        {
            Assert.Skip("The match rate among 120,000 tracks was not measured: the shared data is not on this machine.");
            return;
        }
        await using var storage = await TestStorage.OpenAsync(provider);
        var catalog = storage.Get<ITrackCatalog>();
        await new CatalogImporter(catalog, TimeProvider.System).ImportAsync(path, null, Ct);

        await MeasureAsync(catalog);
    }

    async Task MeasureAsync(ITrackCatalog catalog)
    {
        var finder = new TrackFinder(catalog);
        var answers = new List<(Question Question, TrackMatch Match, bool IsRight)>();
        foreach (var question in Questions())
        {
            var match = await finder.FindAsync(question.Query, Ct);
            answers.Add((question, match, TrackKey.Of(question.Title, question.Artist) == First(match)));
        }

        foreach (var (question, match, _) in answers.Where(answer => !answer.IsRight))
            output.WriteLine($"[{question.Half}, {question.Mutation}] {question.Query} → {match.GetType().Name} {First(match)}, not {TrackKey.Of(question.Title, question.Artist)}");
        foreach (var half in answers.GroupBy(answer => answer.Question.Half))
        {
            var sure = half.Count(answer => answer is { IsRight: true, Match: TrackMatch.Found });
            var wrong = half.Count(answer => answer is { IsRight: false, Match: TrackMatch.Found });
            var rate = half.Count(answer => answer.IsRight) / (double)half.Count();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{half.Key}: top-1 {rate:0.000} of {half.Count()}; answered without asking back {sure}, of these wrong {wrong}"));
            Assert.True(rate >= Wanted, $"Top-1 of the {half.Key} half is {rate:0.000}.");
            Assert.True(wrong <= half.Count() * 0.02, $"{wrong} of the {half.Key} half are silently wrong.");
        }
    }

    static TrackKey? First(TrackMatch match) => match switch
    {
        TrackMatch.Found found => TrackKey.Of(found.Track),
        TrackMatch.Several several => TrackKey.Of(several.Tracks[0]),
        _ => null,
    };

    static List<Question> Questions()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tracks", "match-rate.csv"));
        return [.. lines.Skip(1).Select(Cells).Select(cells => new Question(cells[0], cells[1], cells[2], cells[3], cells[4]))];
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
