using System.Diagnostics;
using System.Globalization;
using MusicFlow.Pictures;
using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Covers;

namespace MusicFlow.Benchmarks;

/// <summary>
/// <c>draw-cards [draws] [folder]</c>: draws every kind of picture, warm, on one thread, and prints the median and the slowest
/// milliseconds, bytes allocated, and bytes of PNG. With a folder it leaves the pictures there.
/// </summary>
internal static class DrawCards
{
    const int Warming = 60;

    public static int Run(string[] arguments)
    {
        var draws = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 200;
        Say($"{"picture",-28}{"size",12}{"median ms",12}{"p99 ms",10}{"first ms",10}{"allocated",12}{"PNG",10}");
        foreach (var theme in Enum.GetValues<Theme>())
            foreach (var (name, draw) in Pictures(theme))
            {
                Measure($"{name} {theme}".ToLowerInvariant(), draw, draws);
                if (arguments.Length > 1) Save(Path.Combine(arguments[1], $"{name}-{theme}.png".ToLowerInvariant()), draw());
            }
        return 0;
    }

    static void Measure(string name, Func<Picture> draw, int draws)
    {
        var first = Stopwatch.GetTimestamp();
        var picture = draw();
        var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        for (var i = 0; i < Warming; i++) draw();
        var times = new double[draws];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < draws; i++)
        {
            var start = Stopwatch.GetTimestamp();
            draw();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / draws;
        Array.Sort(times);
        var size = $"{picture.Width}x{picture.Height}";
        Say($"{name,-28}{size,12}{times[draws / 2],12:0.0}{times[draws * 99 / 100],10:0.0}{cold,10:0.0}{allocated,12:N0}{picture.Png.Length,10:N0}");
    }

    static IEnumerable<(string Name, Func<Picture> Draw)> Pictures(Theme theme)
    {
        var cover = new CoverContent { Seed = "tame impala", Energy = 0.74, Valence = 0.79, TempoBpm = 117, Acousticness = 0.01, Danceability = 0.64 };
        yield return ("prediction-card", () => PredictionCardDrawing.Draw(Card(theme, cover)));
        yield return ("feature-radar", () => FeatureRadarDrawing.Draw(Radar(theme)));
        yield return ("waterfall", () => ContributionWaterfallDrawing.Draw(Waterfall(theme)));
        if (theme is Theme.Light) yield break;
        yield return ("cover-hills", () => GeneratedCover.Draw(cover with { Seed = "song 2" }, 640));
        yield return ("cover-orbits", () => GeneratedCover.Draw(cover with { Seed = "the less i know the better|tame impala" }, 640));
        yield return ("cover-silk", () => GeneratedCover.Draw(cover, 640));
    }

    static PredictionCardContent Card(Theme theme, CoverContent cover) => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Cover = cover,
        Whose = "By a typical listener",
        ExpectedStreams = 5.35,
        ExpectedText = "5.4",
        StreamsLabel = "streams in a year",
        Verdict = VerdictLevel.Banger,
        VerdictText = "What a banger!",
        Range = new(1, 12),
        RangeText = "80 % range: 1 to 12 streams",
        ProbabilityText = "81 % chance of a stream",
        Meters = [new("popularity", "85", 0.85), new("energy", "0.74", 0.74), new("valence", "unknown", null)],
        Theme = theme,
    };

    static FeatureRadarContent Radar(Theme theme) => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Axes =
        [
            new("danceability", "0.64", 0.64), new("energy", "0.74", 0.74), new("valence", "0.79", 0.79), new("acousticness", "0.01", 0.01),
            new("instrumentalness", "", null), new("liveness", "0.17", 0.17), new("popularity", "85", 0.85),
        ],
        Theme = theme,
    };

    static ContributionWaterfallContent Waterfall(Theme theme) => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Start = new("A song of which nothing is known", "1.7", 1.67),
        Reasons =
        [
            new("your 214 streams of other songs by the artist", "×2.1", 2.1), new("its popularity of 85 of 100", "×1.6", 1.6),
            new("its release in 2015", "×1.2", 1.2), new("its length of 3:36", "×0.8", 0.8), new("its energy of 0.74", "×0.95", 0.95),
        ],
        End = new("This song", "5.4", 5.35),
        Verdict = VerdictLevel.Banger,
        Theme = theme,
    };

    static void Save(string path, Picture picture)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        file.Write(picture.Png.Span);
    }

#pragma warning disable RS0030 // A benchmark speaks to the terminal.
    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
#pragma warning restore RS0030
}
