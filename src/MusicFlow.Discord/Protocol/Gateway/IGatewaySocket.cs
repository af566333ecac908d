namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>One connection to the gateway: whole JSON messages in both directions. One reader, one writer at a time.</summary>
interface IGatewaySocket : IAsyncDisposable
{
    /// <summary>Waits for the next message or the end. Ends at the latest when the socket is disposed; throws nothing.</summary>
    Task<GatewayMessage> ReceiveAsync();

    /// <summary>Sends one message of UTF-8 JSON. Nothing happens where the connection has ended: the reader will learn it.</summary>
    Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken ct);

    /// <summary>Ends the connection. Codes 1000 and 1001 end the session, too.</summary>
    /// <param name="code">WebSocket close code.</param>
    /// <param name="ct">Cancels the farewell, not the end.</param>
    Task CloseAsync(int code, CancellationToken ct);
}

/// <summary>Opens connections to the gateway.</summary>
interface IGatewayConnector
{
    /// <summary>Opens one.</summary>
    /// <param name="address">Address as Discord gave it, without query.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="GatewayConnectException">It cannot be reached now.</exception>
    Task<IGatewaySocket> ConnectAsync(Uri address, CancellationToken ct);
}

/// <summary>A message, or the end of the connection.</summary>
/// <param name="Json">UTF-8; empty at the end.</param>
/// <param name="IsEnd">Whether the connection has ended.</param>
/// <param name="CloseCode">Why it ended; <see langword="null"/> where nobody said.</param>
readonly record struct GatewayMessage(ReadOnlyMemory<byte> Json, bool IsEnd, int? CloseCode)
{
    /// <summary>A message.</summary>
    public static GatewayMessage Of(ReadOnlyMemory<byte> json) => new(json, false, null);

    /// <summary>The end.</summary>
    public static GatewayMessage End(int? code) => new(default, true, code);
}

/// <summary>The gateway cannot be reached now.</summary>
public sealed class GatewayConnectException : Exception
{
    /// <param name="innerException">What the network said.</param>
    internal GatewayConnectException(Exception innerException) : base($"The gateway of Discord cannot be reached ({innerException.GetType().Name}).", innerException)
    {
    }
}
