namespace MusicFlow.Catalogs.Csv;

/// <summary>A file cannot be read as a list of tracks; the message is one sentence for the person who chose it.</summary>
public sealed class CatalogFileException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do, naming the file.</param>
    public CatalogFileException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What is wrong and what to do, naming the file.</param>
    /// <param name="cause">What the reader met.</param>
    public CatalogFileException(string message, Exception cause) : base(message, cause)
    {
    }
}
