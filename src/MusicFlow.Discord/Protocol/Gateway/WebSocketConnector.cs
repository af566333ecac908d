using System.Net.WebSockets;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>Opens real connections. Thread-safe.</summary>
/// <param name="userAgent">Who we are; the same as for REST.</param>
/// <param name="isCompressed">Whether Discord compresses the stream (zlib-stream).</param>
sealed class WebSocketConnector(string userAgent, bool isCompressed) : IGatewayConnector
{
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task<IGatewaySocket> ConnectAsync(Uri address, CancellationToken ct)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", userAgent);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(ConnectTimeout);
        try
        {
            await socket.ConnectAsync(WithQuery(address), timeout.Token);
            return new WebSocketTransport(socket, isCompressed ? new ZlibStreamInflater() : null);
        }
        catch (Exception ex) when (ex is WebSocketException or HttpRequestException || (ex is OperationCanceledException && !ct.IsCancellationRequested))
        {
            socket.Dispose();
            throw new GatewayConnectException(ex);
        }
    }

    Uri WithQuery(Uri address) => new UriBuilder(address) { Query = isCompressed ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json" }.Uri;
}
