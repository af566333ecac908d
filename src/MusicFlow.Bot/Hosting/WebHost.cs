using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Bot.Platforms;
using MusicFlow.Chat;
using MusicFlow.Core.Predictions;
using MusicFlow.Web;
using Serilog;

namespace MusicFlow.Bot.Hosting;

/// <summary>The program as a server: HTTP API and pages, and whatever is configured beside them.</summary>
internal static class WebHost
{
    private const string AddressSetting = "urls";
    private const string AllowedHostsSetting = "AllowedHosts";
    private const string DefaultAddress = "http://localhost:8080";

    /// <summary>How long requests that run at a stop may take to end.</summary>
    public static TimeSpan Drain { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts the server and stays until it is told to stop.</summary>
    /// <param name="terminal">Where the start screen goes.</param>
    /// <param name="addresses">Addresses to listen on, separated by <c>;</c>; <see langword="null"/> for the setting.</param>
    /// <param name="ct">Stops the server; requests in progress are answered first.</param>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task RunAsync(Terminal terminal, string? addresses, CancellationToken ct)
    {
        await using var app = Build(terminal, addresses);
        await app.Services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
        app.Services.GetRequiredService<Predictor>();
        app.Services.GetRequiredService<CommandPipeline>();
        app.UseHostFiltering();
        app.UseWeb();
        app.MapPlatforms(app.Configuration);
        await StartAsync(app, app.Configuration[AddressSetting]!, ct);
        terminal.Out.Write(await StartScreen.OfAsync(app, ct));
        await app.WaitForShutdownAsync(ct);
    }

    private static WebApplication Build(Terminal terminal, string? addresses)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration
            .AddInMemoryCollection([new(AddressSetting, DefaultAddress)])
            .AddConfiguration(Composition.Settings())
            .AddEnvironmentVariables("ASPNETCORE_");
        if (addresses is not null) builder.Configuration.AddInMemoryCollection([new(AddressSetting, addresses)]);
        builder.WebHost.UseKestrel();
        builder.Logging.AddSerilog(HostLog.Create(builder.Configuration), dispose: true);
        builder.Services.AddFormKeys(builder.Configuration);
        builder.Services
            .Configure<HostOptions>(host => host.ShutdownTimeout = Drain)
            .AddRouting()
            .AddHostFiltering(filter => filter.AllowedHosts = AllowedHosts(builder.Configuration))
            .AddMusicFlow(terminal)
            .AddWeb()
            .AddPlatforms(builder.Configuration)
            .AddTelemetry();
        return builder.Build();
    }

    /// <summary>
    /// The names by which the server lets itself be called: those of the setting; else, where it listens to this machine alone and no setting
    /// tells of a proxy, this machine's own, so that no foreign page reaches it by a name of its choice.
    /// </summary>
    private static List<string> AllowedHosts(ConfigurationManager settings)
    {
        if (settings[AllowedHostsSetting] is { Length: > 0 } named) return [.. named.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var isLocal = settings[AddressSetting]!.Split(';').All(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback);
        var isBehindProxy = settings.GetSection("Web:TrustedProxies").GetChildren().Any() || settings["Telegram:WebhookUrl"] is { Length: > 0 } || string.Equals(settings["Discord:Mode"], "Http", StringComparison.OrdinalIgnoreCase);
        return isLocal && !isBehindProxy ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];
    }

    private static async Task StartAsync(WebApplication app, string addresses, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException ex) when (ex.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new IOException($"{addresses} is taken by another program; stop that one, or name another address with --urls http://localhost:8081 (setting Urls).", ex);
        }
        catch (Exception ex) when (ex is FormatException or System.Net.Sockets.SocketException)
        {
            throw new UsageException($"The server cannot listen on {addresses}: {ex.Message.TrimEnd('.')}; an address looks like http://localhost:8080.");
        }
    }
}
