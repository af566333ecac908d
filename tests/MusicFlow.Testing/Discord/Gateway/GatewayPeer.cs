using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>One client's connection, seen from Discord's side: acknowledges heartbeats by itself, keeps the rest for whoever asks.</summary>
sealed class GatewayPeer : IDisposable
{
    readonly WebSocket socket;
    readonly bool isValidating;
    readonly SemaphoreSlim writing = new(1, 1);
    readonly Channel<JsonObject> inbox = Channel.CreateUnbounded<JsonObject>();
    readonly MemoryStream compressed = new();
    readonly ZLibStream? zlib;

    public GatewayPeer(WebSocket socket, bool isCompressed, bool isValidating)
    {
        (this.socket, this.isValidating) = (socket, isValidating);
        zlib = isCompressed ? new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    /// <summary>Whether heartbeats stay unanswered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Its session, once it has one.</summary>
    public EmulatedSession? Session { get; set; }

    /// <summary>Number of its shard and of all shards.</summary>
    public (int Id, int Count) Shard { get; set; } = (0, 1);

    /// <summary>The code with which the client closed; <see langword="null"/> before, or where it gave none.</summary>
    public int? CloseCode { get; private set; }

    /// <summary>Heartbeats received.</summary>
    public int Heartbeats { get; private set; }

    /// <summary>Everything that the client says, heartbeats included; ends with the connection.</summary>
    public ChannelReader<JsonObject> Inbox => inbox.Reader;

    /// <summary>Reads until the connection ends.</summary>
    public async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            while (await ReceiveAsync(ct) is { } message)
            {
                if ((int?)message["op"] == 1)
                {
                    Heartbeats++;
                    if (!IsSilent) await SendAsync(Frame(11, null), ct);
                }
                inbox.Writer.TryWrite(message);
            }
        }
        catch (Exception ex) when (ex is WebSocketException or OperationCanceledException or IOException)
        {
            // The client went away.
        }
        finally
        {
            inbox.Writer.TryComplete();
        }
    }

    /// <summary>A message without a number.</summary>
    public static JsonObject Frame(int op, JsonNode? d) => new() { ["op"] = op, ["d"] = d, ["s"] = null, ["t"] = null };

    /// <summary>Sends a message.</summary>
    public async Task SendAsync(JsonObject frame, CancellationToken ct)
    {
        var text = Encoding.UTF8.GetBytes(frame.ToJsonString());
        await writing.WaitAsync(ct);
        try
        {
            if (zlib is null) await socket.SendAsync(text, WebSocketMessageType.Text, true, ct);
            else await socket.SendAsync(Compress(text), WebSocketMessageType.Binary, true, ct);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Ends the connection: with a code, or as a torn cable does.</summary>
    public async Task DropAsync(int? code, CancellationToken ct)
    {
        if (code is null) socket.Abort();
        else await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, ct);
        inbox.Writer.TryComplete();
    }

    public void Dispose()
    {
        zlib?.Dispose();
        socket.Dispose();
        writing.Dispose();
    }

    ArraySegment<byte> Compress(byte[] text)
    {
        compressed.SetLength(0);
        zlib!.Write(text);
        zlib.Flush();
        return compressed.ToArray();
    }

    async Task<JsonObject?> ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[8192];
        var length = 0;
        while (true)
        {
            var piece = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (piece.MessageType == WebSocketMessageType.Close)
            {
                CloseCode = (int?)socket.CloseStatus;
                return null;
            }
            length += piece.Count;
            if (piece.EndOfMessage) break;
        }
        const int decodeError = 4002;
        if (length > 4096 || Parse(buffer.AsSpan(0, length)) is not { } message || (isValidating && JsonSchemas.Errors("GatewaySendPayload", message).Count > 0))
        {
            await DropAsync(decodeError, ct);
            return null;
        }
        return message;
    }

    static JsonObject? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
