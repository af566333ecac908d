using System.Buffers;
using System.Net.WebSockets;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>A real connection.</summary>
/// <param name="socket">Connected.</param>
/// <param name="inflater">Inflates binary messages; <see langword="null"/> where none are expected.</param>
sealed class WebSocketTransport(ClientWebSocket socket, ZlibStreamInflater? inflater) : IGatewaySocket
{
    /// <summary>Most bytes of one message before it is inflated.</summary>
    const int Longest = 32 * 1024 * 1024;

    const int Piece = 16 * 1024;

    static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(2);

    readonly ArrayBufferWriter<byte> buffer = new(Piece);

    /// <inheritdoc/>
    public async Task<GatewayMessage> ReceiveAsync()
    {
        try
        {
            return await ReadAsync();
        }
        catch (Exception ex) when (ex is WebSocketException or InvalidDataException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            return GatewayMessage.End(null);
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken ct)
    {
        try
        {
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, ct);
        }
        catch (Exception ex) when (ex is WebSocketException or InvalidOperationException)
        {
            // The reader is told of the end as well, and decides what follows.
            socket.Abort();
        }
    }

    /// <inheritdoc/>
    public async Task CloseAsync(int code, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(FarewellTimeout);
        try
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, timeout.Token);
        }
        catch (Exception ex) when (ex is WebSocketException or InvalidOperationException or OperationCanceledException)
        {
            // Whoever has gone already needs no farewell.
            socket.Abort();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        inflater?.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<GatewayMessage> ReadAsync()
    {
        buffer.ResetWrittenCount();
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer.GetMemory(Piece), CancellationToken.None);
            if (piece.MessageType == WebSocketMessageType.Close) return GatewayMessage.End((int?)socket.CloseStatus);
            buffer.Advance(piece.Count);
            if (buffer.WrittenCount > Longest) throw new InvalidDataException("A message of the gateway is too large.");
            if (!piece.EndOfMessage) continue;
            if (piece.MessageType == WebSocketMessageType.Text) return GatewayMessage.Of(buffer.WrittenSpan.ToArray());
            if (inflater is null) throw new InvalidDataException("The gateway sent bytes that nobody asked for.");
            if (ZlibStreamInflater.IsWhole(buffer.WrittenSpan)) return GatewayMessage.Of(inflater.Inflate(buffer.WrittenMemory));
        }
    }
}
