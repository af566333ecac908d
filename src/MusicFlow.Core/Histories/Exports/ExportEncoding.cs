using System.Text;
using MusicFlow.Core.Histories.Archives;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Tells UTF-16 from UTF-8 by the first bytes.</summary>
internal static class ExportEncoding
{
    /// <summary>The same text as UTF-8; a byte order mark stays.</summary>
    /// <param name="content">A JSON file from its beginning; the caller closes it.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<Stream> ToUtf8Async(Stream content, CancellationToken ct)
    {
        var peeked = await PeekedStream.OpenAsync(content, ct);
        return Utf16Of(peeked.Head) is { } utf16 ? Encoding.CreateTranscodingStream(peeked, utf16, Encoding.UTF8, leaveOpen: true) : peeked;
    }

    // Editors on Windows save JSON as UTF-16, with or without a byte order mark; JSON starts with an ASCII character.
    static UnicodeEncoding? Utf16Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        [0xFE, 0xFF, ..] or [0, not 0, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => null,
    };
}
