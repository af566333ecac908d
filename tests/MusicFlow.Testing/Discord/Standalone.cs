namespace MusicFlow.Testing.Discord;

/// <summary>The emulator alone on a port, for any client: token, key and ids are those of <see cref="DiscordEmulatorOptions"/>.</summary>
static class Standalone
{
    /// <summary>Runs until the token is cancelled.</summary>
    public static async Task RunAsync(int port, CancellationToken ct)
    {
        await using var emulator = await DiscordEmulator.StartAsync(new DiscordEmulatorOptions { Port = port });
        await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
