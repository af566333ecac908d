using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace MusicFlow.Catalogs.TidyTuesday;

/// <summary>Fetches the TidyTuesday song list. The file appears under its name only when it is whole and its hash is right.</summary>
/// <remarks>Thread-safe, except for two downloads to the same path. Source: github.com/rfordatascience/tidytuesday, 2020-01-21.</remarks>
public sealed class TidyTuesdayClient(HttpClient http, IOptions<TidyTuesdayOptions> options)
{
    readonly TidyTuesdayOptions options = options.Value;

    /// <summary>Downloads the file, replacing one of the same name.</summary>
    /// <param name="path">Where to put it, such as <c>tidytuesday.csv</c>; its folder is created.</param>
    /// <param name="progress">Told about every 64 KB, or <see langword="null"/>.</param>
    /// <param name="ct">Cancels; what was received is deleted.</param>
    /// <exception cref="DownloadException">The server said no, is away, fell silent or sent something else; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<DownloadedFile> DownloadAsync(string path, IProgress<DownloadProgress>? progress, CancellationToken ct)
    {
        if (options.Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new DownloadException("Catalogs:TidyTuesday:Address is no web address: write one that begins with https://.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var partial = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            var (bytes, hash) = await ReceiveAsync(partial, progress, ct);
            File.Move(partial, path, overwrite: true);
            return new DownloadedFile(path, bytes, hash);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    async Task<(long Bytes, string Hash)> ReceiveAsync(string partial, IProgress<DownloadProgress>? progress, CancellationToken ct)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(ct);
        silence.CancelAfter(options.Timeout);
        try
        {
            using var response = await http.GetAsync(options.Address, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (!response.IsSuccessStatusCode)
                throw new DownloadException($"{options.Address.Host} answered {(int)response.StatusCode} to the download; check Catalogs:TidyTuesday:Address or try again later.");
            await using var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
            return await CopyAsync(response.Content, file, progress, silence);
        }
        catch (OperationCanceledException cause) when (!ct.IsCancellationRequested)
        {
            throw new DownloadException($"{options.Address.Host} was silent for {options.Timeout.TotalSeconds:0.##} s; try again later.", cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or HttpIOException or IOException { InnerException: System.Net.Sockets.SocketException })
        {
            throw new DownloadException($"The download from {options.Address.Host} broke off ({cause.Message.TrimEnd('.')}); check the network and try again.", cause);
        }
    }

    async Task<(long Bytes, string Hash)> CopyAsync(HttpContent content, FileStream file, IProgress<DownloadProgress>? progress, CancellationTokenSource silence)
    {
        var total = content.Headers.ContentLength;
        ThrowIfTooLarge(total ?? 0);
        await using var source = await content.ReadAsStreamAsync(silence.Token);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var received = 0L;
        while (await source.ReadAsync(buffer, silence.Token) is > 0 and var count)
        {
            silence.CancelAfter(options.Timeout);
            ThrowIfTooLarge(received += count);
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), silence.Token);
            progress?.Report(new DownloadProgress(received, total));
        }
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (options.Sha256.Length > 0 && !string.Equals(found, options.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new DownloadException($"The file has the SHA-256 {found}, not the one in Catalogs:TidyTuesday:Sha256; it was deleted.");
        return (received, found);
    }

    void ThrowIfTooLarge(long bytes)
    {
        if (bytes > options.MaxBytes)
            throw new DownloadException($"The file is larger than the {options.MaxBytes:N0} bytes that Catalogs:TidyTuesday:MaxBytes allows.");
    }
}
