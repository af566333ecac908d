using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Discord.Ed25519;
using MusicFlow.Discord.Protocol;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Receiving;

namespace MusicFlow.Discord;

/// <summary>Where Discord posts interactions: signature first, on the bytes as they came; only then is anything read. Thread-safe.</summary>
/// <remarks>Every answer but that to a ping leaves by the API, so that both ways in share one road. Source: Discord documentation, interactions/overview.</remarks>
public sealed class DiscordEndpoint
{
    /// <summary>Path of the endpoint.</summary>
    public const string Path = "/discord/interactions";

    /// <summary>Most bytes of a request; the largest real ones carry a message with all its cards.</summary>
    internal const int LongestBody = 1024 * 1024;

    /// <summary>Most digits of a time in seconds.</summary>
    const int LongestTimestamp = 15;

    readonly DiscordReception reception;
    readonly Ed25519PublicKey key;
    readonly TimeSpan window;
    readonly TimeProvider time;
    readonly ILogger<DiscordEndpoint> log;

    internal DiscordEndpoint(DiscordReception reception, IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordEndpoint> log)
    {
        (this.reception, window, this.time, this.log) = (reception, options.Value.ReplayWindow, time, log);
        key = Ed25519PublicKey.TryParse(options.Value.PublicKey, out var parsed) ? parsed : throw new InvalidOperationException("Discord:PublicKey is not set.");
    }

    internal async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LongestBody) return Refuse("too large", StatusCodes.Status413PayloadTooLarge);
        var signature = new byte[Ed25519PublicKey.SignatureLength];
        if (!Ed25519PublicKey.TryReadHex(request.Headers["X-Signature-Ed25519"].ToString(), signature)) return Refuse("no signature");
        var timestamp = request.Headers["X-Signature-Timestamp"].ToString();
        if (!IsRecent(timestamp)) return Refuse("no recent timestamp");
        if (await ReadAsync(request, timestamp, ct) is not { } signed) return Refuse("too large", StatusCodes.Status413PayloadTooLarge);
        if (!key.Verify(signed, signature)) return Refuse("wrong signature");
        return await AnswerAsync(signed.AsMemory(timestamp.Length), ct);
    }

    async Task<IResult> AnswerAsync(ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        Interaction? interaction;
        try
        {
            interaction = JsonSerializer.Deserialize(body.Span, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            interaction = null;
        }
        if (interaction is null) return Refuse("no interaction", StatusCodes.Status400BadRequest);
        if (interaction.Type == InteractionKind.Ping) return Results.Json(InteractionAnswer.Pong, DiscordJson.Default.InteractionAnswer);
        await reception.ReceiveAsync(interaction, ct);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    bool IsRecent(string timestamp) =>
        timestamp.Length <= LongestTimestamp
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= window.TotalSeconds;

    /// <summary>Timestamp and body in one piece, as they were signed; <see langword="null"/> where the body is too long.</summary>
    static async Task<byte[]?> ReadAsync(HttpRequest request, string timestamp, CancellationToken ct)
    {
        var signed = new ArrayBufferWriter<byte>(4096);
        Encoding.ASCII.GetBytes(timestamp, signed);
        while (await request.BodyReader.ReadAsync(ct) is var piece)
        {
            foreach (var segment in piece.Buffer) signed.Write(segment.Span);
            request.BodyReader.AdvanceTo(piece.Buffer.End);
            if (signed.WrittenCount > LongestBody + timestamp.Length) return null;
            if (piece.IsCompleted) break;
        }
        return signed.WrittenSpan.ToArray();
    }

    IResult Refuse(string reason, int status = StatusCodes.Status401Unauthorized)
    {
        log.RequestRefused(reason);
        return Results.StatusCode(status);
    }
}

/// <summary>Adds the endpoint to a server.</summary>
public static class DiscordEndpointRoute
{
    /// <summary>Maps <see cref="DiscordEndpoint.Path"/> where <see cref="DiscordOptions.Mode"/> is HTTP; does nothing otherwise.</summary>
    /// <param name="routes">The server's; its services hold what <see cref="DiscordModule.AddDiscord"/> adds.</param>
    public static void MapDiscordInteractions(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<IOptions<DiscordOptions>>()?.Value.Mode != DiscordMode.Http || routes.ServiceProvider.GetService<DiscordReception>() is null) return;
        var endpoint = routes.ServiceProvider.GetRequiredService<DiscordEndpoint>();
        // A person who gives up waiting cancels nothing: Discord has taken the interaction.
        routes.MapPost(DiscordEndpoint.Path, (HttpRequest request) => endpoint.ReceiveAsync(request, CancellationToken.None))
            .WithMetadata(new RequestSizeLimitAttribute(DiscordEndpoint.LongestBody + 1))
            // All of Discord comes from few addresses, and the signature is the guard.
            .DisableRateLimiting()
            .DisableAntiforgery()
            .ExcludeFromDescription();
    }
}
