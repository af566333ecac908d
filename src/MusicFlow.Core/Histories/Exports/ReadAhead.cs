namespace MusicFlow.Core.Histories.Exports;

/// <summary>Reads the next piece of a file while the last one is parsed, so that unpacking and parsing share two cores.</summary>
/// <param name="pieceLength">Bytes of a piece; only the last one of a file is shorter.</param>
internal sealed class ReadAhead(int pieceLength)
{
    readonly byte[] piece = new byte[pieceLength];
    Stream content = Stream.Null;
    CancellationToken stop;
    Task<int> pending = Task.FromResult(0);

    /// <summary>Starts with a file; the one before must have ended.</summary>
    public void Begin(Stream file, CancellationToken ct)
    {
        (content, stop) = (file, ct);
        pending = FillAsync();
    }

    /// <summary>Copies the next piece and starts to read the one after it.</summary>
    /// <param name="target">At least as long as a piece.</param>
    /// <returns>Bytes copied; fewer than a piece at the end of the file.</returns>
    public async Task<int> TakeAsync(Memory<byte> target)
    {
        var read = await pending;
        piece.AsSpan(0, read).CopyTo(target.Span);
        if (read == piece.Length) pending = FillAsync();
        return read;
    }

    /// <summary>Waits until nothing reads the file any more; a failure nobody asked for any longer is of no interest.</summary>
    public async Task EndAsync() => await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    async Task<int> FillAsync()
    {
        await Task.Yield();     // unpacking seldom waits, and would otherwise run before the caller may parse
        return await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, stop);
    }
}
