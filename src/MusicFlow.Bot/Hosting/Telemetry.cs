using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MusicFlow.Telegram.Protocol;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MusicFlow.Bot.Hosting;

/// <summary>Sends traces and metrics by OTLP over HTTP to the address of a setting; without it nothing is measured or sent.</summary>
/// <remarks>
/// Own: time and result of commands, predictions by verdict, messages that wait. The runtime's <c>http.client.request.duration</c> tells of
/// the calls to each provider. Outgoing requests are measured but not traced: their addresses hold song names, and Telegram's the token.
/// </remarks>
internal sealed class Telemetry(IConfiguration settings) : IHostedService, IDisposable
{
    /// <summary>The collector's address, such as <c>http://localhost:4318</c>.</summary>
    public const string EndpointSetting = "OpenTelemetry:Endpoint";

    private const string Own = "MusicFlow";

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <exception cref="UsageException">The setting is no address.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings[EndpointSetting] is not { Length: > 0 } text) return Task.CompletedTask;
        if (!Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new UsageException($"{EndpointSetting} is \"{text}\", which is no address; it looks like http://localhost:4318.");
        var resource = ResourceBuilder.CreateDefault().AddService("musicflow", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3));
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Own, TelegramClient.SourceName, "Microsoft.AspNetCore")
            .AddOtlpExporter(export => Aim(export, endpoint, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Own, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Net.Http", "System.Runtime")
            .AddOtlpExporter(export => Aim(export, endpoint, "v1/metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what has not been sent yet.</summary>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private static void Aim(OtlpExporterOptions export, Uri endpoint, string path)
    {
        export.Protocol = OtlpExportProtocol.HttpProtobuf;
        export.Endpoint = new Uri(endpoint, path);
    }
}

/// <summary>Puts <see cref="Telemetry"/> into a host.</summary>
internal static class TelemetryModule
{
    /// <summary>Adds it; the setting decides at the start whether it does anything.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services.AddHostedService<Telemetry>();
}
