using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Testing;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests;

/// <summary>The whole bot, from the emulator's wire to the catalogue in memory and back.</summary>
public sealed class TelegramBot : IAsyncDisposable
{
    readonly WebApplication host;

    TelegramBot(TelegramEmulator telegram, WebApplication host, CollectingLog log) => (Telegram, this.host, Log) = (telegram, host, log);

    public TelegramEmulator Telegram { get; }

    public CollectingLog Log { get; }

    public People People => Telegram.People;

    public static async Task<TelegramBot> StartAsync(EmulatorSettings? emulator = null, Action<IServiceCollection>? change = null, params (string Name, string Value)[] settings)
    {
        var telegram = await TelegramEmulator.StartAsync(emulator);
        var log = new CollectingLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.FirstOrDefault(setting => setting.Name == "urls").Value ?? "http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(
        [
            new("Telegram:Token", telegram.Token), new("Telegram:BaseAddress", telegram.BaseAddress.ToString()), new("Telegram:PollTimeout", "00:00:02"),
            new("Chat:CommandsPerPerson", "1000"), new("Chat:CommandsPerChat", "1000"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync([.. SomeSongs.All], CancellationToken.None);
        builder.Services.AddSingleton<ITrackCatalog>(catalog).AddSingleton<IQuestions, MemoryQuestions>().AddSingleton<ITopSongs, MemoryTopSongs>()
            .AddSingleton<IChatSettings, MemoryChatSettings>().AddSingleton<TrackFinder>().AddSingleton(SomeModel.Predictor).AddChat().AddTelegram();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapTelegramWebhook();
        await app.StartAsync();
        return new TelegramBot(telegram, app, log);
    }

    /// <summary>Where the bot's webhook answers.</summary>
    public Uri Webhook => new(host.Urls.First() + TelegramOptions.WebhookPath);

    /// <summary>Whether Telegram has told the bot who it is.</summary>
    public bool IsReady => Get<TelegramAdapter>().IsReady;

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await host.DisposeAsync();
        await Telegram.DisposeAsync();
    }
}
