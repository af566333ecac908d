using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using MusicFlow.Core.Histories;

namespace MusicFlow.Benchmarks;

/// <summary>Measures the import of a large export: plays per second and resident memory, from the JSON files and from their ZIP.</summary>
internal static class Import
{
    const int RowsPerFile = 16_000;     // about what Spotify puts into one file
    const int Tracks = 20_000;
    const int Artists = 3_000;

    /// <summary>Runs the measurement.</summary>
    /// <param name="arguments">Number of plays (default 2,000,000), then <c>account</c> or <c>extended</c> (default).</param>
    public static int Run(string[] arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    static async Task<int> RunAsync(string[] arguments)
    {
        var plays = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 2_000_000;
        var extended = arguments.Length < 2 || !string.Equals(arguments[1], "account", StringComparison.Ordinal);
        var folder = Directory.CreateTempSubdirectory("musicflow-import-");
        try
        {
            var zip = Path.Combine(folder.FullName, "export.zip");
            var files = folder.CreateSubdirectory("files");
            var bytes = Write(files.FullName, plays, extended);
            await ZipFile.CreateFromDirectoryAsync(files.FullName, zip, CompressionLevel.Optimal, includeBaseDirectory: false, CancellationToken.None);
            await MeasureAsync("warm-up", files.FullName);
            await MeasureAsync($"folder, {bytes >> 20} MB of JSON", files.FullName);
            await MeasureAsync($"zip, {new FileInfo(zip).Length >> 20} MB", zip);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    static async Task MeasureAsync(string what, string path)
    {
        var reader = new HistoryReader(TimeProvider.System, HistoryLimits.Default);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var summary = await reader.ReadAsync(path, new Counter(), CancellationToken.None);
        watch.Stop();
        process.Refresh();
        var processor = process.TotalProcessorTime - before;
#pragma warning disable RS0030 // a measuring program has no console abstraction: the figures are its output
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {summary.Plays:N0} plays in {watch.Elapsed.TotalSeconds:F2} s = {summary.Plays / watch.Elapsed.TotalSeconds:N0} plays/s; processor {processor.TotalSeconds:F2} s; peak resident {process.PeakWorkingSet64 >> 20} MB"));
#pragma warning restore RS0030
    }

    static long Write(string folder, int plays, bool extended)
    {
        var random = new Random(42);
        var time = new DateTime(2012, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var bytes = 0L;
        for (var file = 0; file * RowsPerFile < plays; file++)
        {
            var path = Path.Combine(folder, extended ? $"Streaming_History_Audio_{file}.json" : $"StreamingHistory_music_{file}.json");
            using (var writer = new StreamWriter(path))
            {
                var rows = Math.Min(RowsPerFile, plays - file * RowsPerFile);
                for (var row = 0; row < rows; row++)
                {
                    time = time.AddSeconds(random.Next(20, 400));
                    writer.Write(row == 0 ? "[" : ",");
                    writer.Write(extended ? ExtendedRow(random, time) : AccountRow(random, time));
                }
                writer.Write("]");
            }
            bytes += new FileInfo(path).Length;
        }
        return bytes;
    }

    static string AccountRow(Random random, DateTime time) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        
          {
            "endTime" : "{{time:yyyy-MM-dd HH:mm}}",
            "artistName" : "Artist {{random.Next(Artists)}}",
            "trackName" : "Some Song of Number {{random.Next(Tracks)}}",
            "msPlayed" : {{random.Next(400_000)}}
          }
        """);

    static string ExtendedRow(Random random, DateTime time)
    {
        var track = random.Next(Tracks);
        return string.Create(CultureInfo.InvariantCulture,
            $$"""
            {"ts":"{{time:yyyy-MM-ddTHH:mm:ssZ}}","platform":"android","ms_played":{{random.Next(400_000)}},"conn_country":"DE","ip_addr":"203.0.113.7","master_metadata_track_name":"Some Song of Number {{track}}","master_metadata_album_artist_name":"Artist {{track % Artists}}","master_metadata_album_album_name":"Album {{track / 10}}","spotify_track_uri":"spotify:track:{{track:D22}}","episode_name":null,"episode_show_name":null,"spotify_episode_uri":null,"audiobook_title":null,"audiobook_uri":null,"audiobook_chapter_uri":null,"audiobook_chapter_title":null,"reason_start":"trackdone","reason_end":"trackdone","shuffle":false,"skipped":false,"offline":false,"offline_timestamp":1632253124,"incognito_mode":false}
            """);
    }

    sealed class Counter : IPlaySink
    {
        public ValueTask AddAsync(IReadOnlyList<Play> plays, CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask KeepAsync(CancellationToken ct) => ValueTask.CompletedTask;

        public ValueTask DropAsync(CancellationToken ct) => ValueTask.CompletedTask;
    }
}
