using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MusicFlow.Testing.Providers;

/// <summary>A provider on 127.0.0.1 that speaks the real protocol, and fails as it is told. Thread-safe.</summary>
public abstract class ServiceEmulator(SongShelf shelf) : IAsyncDisposable
{
    WebApplication? server;

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Method, path and query of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>What it does instead of answering; <see langword="null"/>: it answers.</summary>
    public Fault? Fault { get; set; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Latency { get; set; }

    protected SongShelf Shelf => shelf;

    /// <summary>The song that a search or look-up is answered with, unless a fault says otherwise.</summary>
    protected EmulatedSong? Found(Func<EmulatedSong, bool> isIt) => Fault switch
    {
        Fault.OtherSong other => other.Song,
        Fault.Nothing => null,
        _ => shelf.Find(isIt),
    };

    /// <summary>The songs that a search is answered with; null where a fault says so.</summary>
    protected IEnumerable<EmulatedSong?> Search(string text, int limit) => Fault switch
    {
        Fault.OtherSong other => Enumerable.Repeat<EmulatedSong?>(other.Song, 1),
        Fault.Nothing => Enumerable.Empty<EmulatedSong?>(),
        Fault.Nulls => Enumerable.Repeat<EmulatedSong?>(null, 2),
        _ => shelf.Search(text, limit).Select(song => (EmulatedSong?)song),
    };

    protected abstract Task AnswerAsync(HttpContext context);

    /// <summary>The body of a refusal.</summary>
    protected abstract object Refusal(int status, string reason);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Fault = null;
        if (server is not null)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await server.StopAsync(now.Token);
            await server.DisposeAsync();
        }
    }

    /// <summary>Runs an emulator alone until it is told to stop.</summary>
    internal static async Task RunAsync<T>(Task<T> starting, CancellationToken ct)
        where T : ServiceEmulator
    {
        await using var emulator = await starting;
        await Task.Delay(Timeout.Infinite, ct).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Starts listening.</summary>
    protected async Task ListenAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        server = builder.Build();
        server.Run(HandleAsync);
        await server.StartAsync();
        Address = new Uri(server.Services.GetRequiredServerAddress());
    }

    async Task HandleAsync(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, context.RequestAborted);
        try
        {
            await (Fault is { } fault and not (Fault.Nothing or Fault.Nulls or Fault.OtherSong) ? FailAsync(context, fault) : AnswerAsync(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up, as it may.
        }
    }

    async Task FailAsync(HttpContext context, Fault fault)
    {
        var response = context.Response;
        switch (fault)
        {
            case Fault.Status status:
                response.StatusCode = status.Code;
                if (status.RetryAfter is { } wait)
                    response.Headers.RetryAfter = FormattableString.Invariant($"{wait.TotalSeconds:0}");
                await response.WriteAsJsonAsync(Refusal(status.Code, status.Reason));
                break;
            case Fault.Redirect redirect:
                response.Redirect(redirect.To);
                break;
            case Fault.Html:
                response.ContentType = "text/html";
                await response.WriteAsync("<!doctype html><title>Sign in</title><h1>Welcome to this network</h1>");
                break;
            case Fault.Garbage:
                await response.Body.WriteAsync(new byte[] { 0xFF, 0xFE, 0x00, 0x9F, 0x92, 0x96 });
                break;
            case Fault.OtherShape:
                await response.WriteAsync("""[1, {"data": "text", "tracks": 7}]""");
                break;
            default:
                await BreakOffAsync(context, fault);
                break;
        }
    }

    static async Task BreakOffAsync(HttpContext context, Fault fault)
    {
        if (fault is not Fault.Hang)
        {
            if (fault is Fault.HalfABody)
                context.Response.ContentLength = 1000;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"data":[{"id":1,"title":"Gla""");
            await context.Response.Body.FlushAsync();
        }
        if (fault is Fault.HalfABody)
            context.Abort();
        else if (fault is Fault.Endless)
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(new string('x', 100_000), context.RequestAborted);
        else
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}

internal static class ServerAddresses
{
    public static string GetRequiredServerAddress(this IServiceProvider services) =>
        ((Microsoft.AspNetCore.Hosting.Server.IServer)services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer))!).Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";
}
