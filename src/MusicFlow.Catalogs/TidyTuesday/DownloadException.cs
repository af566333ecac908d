namespace MusicFlow.Catalogs.TidyTuesday;

/// <summary>A download failed; nothing was left in its place. The message is one sentence for the person who asked for it.</summary>
public sealed class DownloadException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public DownloadException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="cause">What the client met.</param>
    public DownloadException(string message, Exception cause) : base(message, cause)
    {
    }
}

/// <summary>How far a download has come.</summary>
/// <param name="Received">Bytes received.</param>
/// <param name="Total">Bytes to come in all, or <see langword="null"/> when the server does not say.</param>
public readonly record struct DownloadProgress(long Received, long? Total);

/// <summary>A finished download.</summary>
/// <param name="Path">Where the file lies.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, 64 lower-case hexadecimal digits.</param>
public sealed record DownloadedFile(string Path, long Bytes, string Sha256);
