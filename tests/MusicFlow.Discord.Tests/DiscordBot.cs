using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests;

/// <summary>The whole bot beside the emulator: every part is the real one, but for memories instead of a database.</summary>
sealed class DiscordBot : IAsyncDisposable
{
    readonly WebApplication app;

    DiscordBot(DiscordEmulator discord, WebApplication app) => (Discord, this.app) = (discord, app);

    public DiscordEmulator Discord { get; }

    public required CollectingLog Log { get; init; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Urls.First());

    /// <summary>Starts both.</summary>
    /// <param name="options">How the emulator behaves.</param>
    /// <param name="settings">Settings of the bot, such as <c>Discord:Mode</c>.</param>
    /// <param name="change">Changes to the container.</param>
    public static async Task<DiscordBot> StartAsync(DiscordEmulatorOptions? options = null, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null)
    {
        var discord = await DiscordEmulator.StartAsync(options);
        var log = new CollectingLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = discord.Options.Token,
            ["Discord:PublicKey"] = discord.PublicKey,
            ["Discord:BaseAddress"] = discord.BaseAddress.ToString(),
            ["Chat:CommandsPerPerson"] = "1000",
            ["Chat:CommandsPerChat"] = "1000",
        }).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync([.. SomeSongs.All], CancellationToken.None);
        builder.Services
            .AddSingleton<ITrackCatalog>(catalog).AddSingleton<IQuestions, MemoryQuestions>().AddSingleton<ITopSongs, MemoryTopSongs>().AddSingleton<IChatSettings, MemoryChatSettings>()
            .AddSingleton<TrackFinder>().AddSingleton(SomeModel.Predictor)
            .AddChat()
            .AddDiscord();
        change?.Invoke(builder.Services);
        var host = builder.Build();
        host.MapDiscordInteractions();
        await host.StartAsync();
        var bot = new DiscordBot(discord, host) { Log = log };
        if (settings?.GetValueOrDefault("Discord:Mode") == "Http") discord.InteractionsEndpoint = new Uri(bot.Address, DiscordEndpoint.Path);
        else await discord.Gateway.WaitForSessionsAsync(1).WaitAsync(TimeSpan.FromSeconds(20));
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Discord.DisposeAsync();
    }
}
