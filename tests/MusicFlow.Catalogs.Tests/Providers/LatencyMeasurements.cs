using System.Diagnostics;
using System.Globalization;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Catalogs.Tests.Providers;

/// <summary>How long a song that nobody asked for before takes; run by name only, because a busy machine measures itself.</summary>
public sealed class LatencyMeasurements(ITestOutputHelper output)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(SpotifyMode.Extended)]
    [InlineData(SpotifyMode.Development)]
    [InlineData(null)]
    public async Task A_new_song_at_100_ms_per_request(SpotifyMode? spotify)
    {
        var shelf = new SongShelf(Enumerable.Range(1, 60).Select(i => new EmulatedSong(i, $"Song {Words(i)}", $"Band {Words(i + 7)}")));
        await using var world = await LiveWorld.StartAsync(spotify, shelf, isStrict: false);
        foreach (var emulator in world.Emulated.All)
            emulator.Latency = TimeSpan.FromMilliseconds(100);
        foreach (var name in (string[])["Spotify", "Deezer", "ReccoBeats", "MusicBrainz"])
            (world.Settings[$"Providers:{name}:Rate"], world.Settings[$"Providers:{name}:Burst"]) = ("1000", "1000");
        var times = new List<double>();
        foreach (var song in shelf.All)
        {
            var clock = Stopwatch.StartNew();
            Assert.IsType<TrackMatch.Found>(await world.Finder.FindAsync($"{song.Title} - {song.Artist}", Ct));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{spotify?.ToString() ?? "no app"}: p50 {times[times.Count / 2]:0} ms, p95 {times[(int)(times.Count * 0.95)]:0} ms, slowest {times[^1]:0} ms of {times.Count}"));
    }

    [Fact(Explicit = true)]
    public async Task Every_provider_hangs()
    {
        await using var world = await LiveWorld.StartAsync(SpotifyMode.Extended, isStrict: false);
        await world.FindAllAsync("Glass Harbour - The Paper Lanterns", Ct);
        world.Emulated.Fail(new Fault.Hang());
        var (unknown, known) = (new List<double>(), new List<double>());
        var asking = Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            await Task.Delay(i * 250, Ct);
            unknown.Add(await TimeAsync(world, $"Nobody Knows {Words(i)} - Nobody"));
        }));
        while (!asking.IsCompleted)
        {
            known.Add(await TimeAsync(world, "Glass Harbour - The Paper Lanterns"));
            await Task.Delay(20, Ct);
        }
        unknown.Sort();
        known.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all hang: unknown p50 {unknown[unknown.Count / 2]:0} ms, slowest {unknown[^1]:0} ms of {unknown.Count}; known p50 {known[known.Count / 2]:0.0} ms, p99 {known[(int)(known.Count * 0.99)]:0.0} ms of {known.Count}"));
    }

    static async Task<double> TimeAsync(LiveWorld world, string text)
    {
        var clock = Stopwatch.StartNew();
        await world.Finder.FindAsync(text, Ct);
        return clock.Elapsed.TotalMilliseconds;
    }

    static string Words(int number)
    {
        string[] words = ["amber", "basalt", "cedar", "delta", "ember", "fjord", "garnet", "harbour", "indigo", "jasper"];
        return $"{words[number % 10]} {words[number / 10 % 10]}";
    }
}
