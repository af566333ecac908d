using System.Collections.Concurrent;

namespace MusicFlow.Pictures.Fonts;

/// <summary>Keeps outlines that were read, up to a number; beyond it they are read anew each time. Thread-safe.</summary>
internal sealed class GlyphCache(GlyphTable glyphs)
{
    /// <summary>Most outlines kept: at about 1 KB each, what several alphabets need.</summary>
    const int Most = 1024;

    readonly ConcurrentDictionary<int, Glyph> kept = new();

    int count;

    public Glyph this[int index]
    {
        get
        {
            if (kept.TryGetValue(index, out var known)) return known;
            var glyph = glyphs.Read(index);
            if (Volatile.Read(ref count) < Most && kept.TryAdd(index, glyph)) Interlocked.Increment(ref count);
            return glyph;
        }
    }
}
