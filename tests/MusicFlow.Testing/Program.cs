using System.Globalization;
using MusicFlow.Testing.Deezer;
using MusicFlow.Testing.ITunes;
using MusicFlow.Testing.MusicBrainz;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.ReccoBeats;
using MusicFlow.Testing.Spotify;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Testing;

/// <summary>Starts one emulator alone, so that any client can be pointed at it: <c>dotnet run --project tests/MusicFlow.Testing -- telegram --port 9002</c>.</summary>
internal static class Program
{
    /// <summary>A line for each emulator: its name, and what runs it on a port of 127.0.0.1 until the token is cancelled.</summary>
    static readonly Dictionary<string, Func<int, CancellationToken, Task>> Emulators = new(StringComparer.Ordinal)
    {
        ["telegram"] = TelegramEmulator.RunAsync,
        ["discord"] = Discord.Standalone.RunAsync,
        ["spotify"] = (port, ct) => ServiceEmulator.RunAsync(SpotifyEmulator.StartAsync(port: port), ct),
        ["deezer"] = (port, ct) => ServiceEmulator.RunAsync(DeezerEmulator.StartAsync(port: port), ct),
        ["musicbrainz"] = (port, ct) => ServiceEmulator.RunAsync(MusicBrainzEmulator.StartAsync(port: port), ct),
        ["itunes"] = (port, ct) => ServiceEmulator.RunAsync(ITunesEmulator.StartAsync(port: port), ct),
        ["reccobeats"] = (port, ct) => ServiceEmulator.RunAsync(ReccoBeatsEmulator.StartAsync(port: port), ct),
    };

    public static async Task Main(string[] args)
    {
        if (args is not [var name, "--port", var number] || !Emulators.TryGetValue(name, out var run) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            throw new ArgumentException($"Wanted: one of [{string.Join(", ", Emulators.Keys)}], then --port NUMBER.", nameof(args));
        using var stop = new CancellationTokenSource();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => stop.Cancel();
        await run(port, stop.Token);
    }
}
