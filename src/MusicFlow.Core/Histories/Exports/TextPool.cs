using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Gives equal texts the same string, within a fixed number of slots, so that a long export does not fill memory with copies.</summary>
/// <param name="longest">Longest text in UTF-16 units.</param>
internal sealed class TextPool(int longest)
{
    const int Slots = 1 << 16;          // some times the distinct texts of a long history; a collision only costs a second copy
    const int LongestKept = 64;         // keeps the pool below 12 MB whatever an export contains

    readonly string?[] slots = new string?[Slots];
    readonly char[] chars = new char[longest];
    byte[] unescaped = [];

    /// <summary>Reads the current JSON string.</summary>
    /// <returns>The text, or <see langword="null"/> when it is too long or not valid Unicode.</returns>
    public string? Read(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped) return Text(json.ValueSpan);
        return TryUnescape(ref json, out var length) ? Text(unescaped.AsSpan(0, length)) : null;
    }

    /// <summary>The text of ASCII bytes, at most <see cref="LongestKept"/> of them.</summary>
    public string Ascii(ReadOnlySpan<byte> ascii)
    {
        Span<char> text = stackalloc char[LongestKept];
        return Kept(text[..Encoding.ASCII.GetChars(ascii, text)]);
    }

    string? Text(ReadOnlySpan<byte> utf8)
    {
        if (Utf8.ToUtf16(utf8, chars, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done) return null;
        var text = chars.AsSpan(0, length);
        return length > LongestKept ? new string(text) : Kept(text);
    }

    string Kept(ReadOnlySpan<char> text)
    {
        ref var slot = ref slots[string.GetHashCode(text, StringComparison.Ordinal) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot)) slot = new string(text);
        return slot;
    }

    bool TryUnescape(ref Utf8JsonReader json, out int length)
    {
        length = 0;
        if (json.ValueSpan.Length > longest * 6) return false;
        if (unescaped.Length < json.ValueSpan.Length) unescaped = new byte[longest * 6];
        try
        {
            length = json.CopyString(unescaped);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;   // half a surrogate pair, or bytes that are not UTF-8
        }
    }
}
