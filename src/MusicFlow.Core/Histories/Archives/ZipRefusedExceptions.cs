namespace MusicFlow.Core.Histories.Archives;

/// <summary>A ZIP lists more entries than allowed.</summary>
internal sealed class ZipTooLargeException : Exception;

/// <summary>Two entries of a ZIP share bytes, which only a hostile archive does.</summary>
internal sealed class ZipOverlapException : Exception;
