using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MusicFlow.Testing.Telegram;

/// <summary>The Telegram Bot API on 127.0.0.1, as strict as the real one, with people who can be scripted.</summary>
/// <remarks>It serves what the bot uses; any other method is 404. What it does not know from the real service it says as <c>emulator: …</c>.</remarks>
public sealed class TelegramEmulator : IAsyncDisposable
{
    const long LargestRequest = 60 * 1024 * 1024;

    readonly WebApplication app;
    readonly BotWorld world;
    readonly WebhookPost webhook;
    readonly CancellationTokenSource stop = new();
    Task posting = Task.CompletedTask;

    TelegramEmulator(WebApplication app, BotWorld world, Faults faults)
    {
        (this.app, this.world, Faults) = (app, world, faults);
        webhook = new WebhookPost(world);
        People = new People(world);
    }

    /// <summary>Where the bot finds it.</summary>
    public Uri BaseAddress => new(app.Urls.First() + "/");

    /// <summary>The token that it knows.</summary>
    public string Token => world.Settings.Token;

    /// <summary>What goes wrong on purpose.</summary>
    public Faults Faults { get; }

    /// <summary>Who writes to the bot.</summary>
    public People People { get; }

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<BotCall> Calls
    {
        get
        {
            lock (world.Gate) return [.. world.Calls];
        }
    }

    /// <summary>Updates that the bot has not confirmed.</summary>
    public int PendingUpdates => world.Updates.Count;

    /// <summary>The kinds of updates that the bot asked for last.</summary>
    public IReadOnlyList<string> AllowedUpdates => [.. (world.AllowedUpdates ?? []).Select(kind => kind!.GetValue<string>())];

    /// <summary>Pictures that the service can fetch by itself.</summary>
    public ISet<string> Addresses => world.Addresses;

    /// <summary>Starts it.</summary>
    public static async Task<TelegramEmulator> StartAsync(EmulatorSettings? settings = null)
    {
        var emulator = Build(settings ?? new EmulatorSettings(), isQuiet: true);
        await emulator.app.StartAsync();
        emulator.posting = emulator.webhook.RunAsync(emulator.stop.Token);
        return emulator;
    }

    /// <summary>Runs it alone until it is stopped; <see cref="ControlApi"/> says how to write to the bot then.</summary>
    public static async Task RunAsync(int port, CancellationToken ct)
    {
        await using var emulator = Build(new EmulatorSettings { Port = port }, isQuiet: false);
        await emulator.app.StartAsync(ct);
        emulator.posting = emulator.webhook.RunAsync(emulator.stop.Token);
        emulator.app.Logger.Started(emulator.BaseAddress, emulator.Token);
        await emulator.app.WaitForShutdownAsync(ct);
    }

    /// <summary>Waits until a method was called so many times and answered.</summary>
    /// <returns>The last of them.</returns>
    public async Task<BotCall> CallAsync(string method, int count = 1)
    {
        var end = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var calls = Calls.Where(call => call.Method == method && call.Status != 0).ToList();
            if (calls.Count >= count) return calls[count - 1];
            if (TimeProvider.System.GetElapsedTime(end) > TimeSpan.FromSeconds(20))
                throw new TimeoutException($"{method} was called {calls.Count} of {count} times. All calls: {string.Join(", ", Calls.Select(call => $"{call.Method} {call.Status} {call.Refusal}"))}");
            await Task.Delay(10);
        }
    }

    /// <summary>Goes away; who calls finds nobody.</summary>
    public Task StopAsync()
    {
        world.Updates.EndPoll("terminated by the end of the emulator");
        return app.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        world.Updates.EndPoll("terminated by the end of the emulator");
        await posting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync();
        webhook.Dispose();
        stop.Dispose();
    }

    static TelegramEmulator Build(EmulatorSettings settings, bool isQuiet)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = LargestRequest);
        if (isQuiet) builder.Logging.ClearProviders();
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestRequest);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = builder.Build();
        var (world, faults) = (new BotWorld(settings), new Faults());
        var bot = new BotServer(world, faults);
        var emulator = new TelegramEmulator(server, world, faults);
        server.Map("/bot{token}/{method}", (RequestDelegate)(http => bot.AnswerAsync(http, (string)http.GetRouteValue("token")!, (string)http.GetRouteValue("method")!)));
        server.MapGet("/file/bot{token}/{**path}", (RequestDelegate)(http => bot.DownloadAsync(http, (string)http.GetRouteValue("token")!, (string)http.GetRouteValue("path")!)));
        ControlApi.Map(server, emulator);
        server.MapFallback((RequestDelegate)(http =>
        {
            http.Response.StatusCode = 404;
            return http.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = false, ["error_code"] = 404, ["description"] = "Not Found" });
        }));
        return emulator;
    }
}
