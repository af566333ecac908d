using System.Globalization;

namespace MusicFlow.Testing.Discord;

/// <summary>Makes ids that carry their time. Thread-safe.</summary>
sealed class Snowflakes(TimeProvider time)
{
    const long Epoch = 1_420_070_400_000;

    long last;

    /// <summary>A new id, larger than all before.</summary>
    public string Next()
    {
        var now = (time.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        while (true)
        {
            var before = Interlocked.Read(ref last);
            var next = Math.Max(now, before + 1);
            if (Interlocked.CompareExchange(ref last, next, before) == before) return next.ToString(CultureInfo.InvariantCulture);
        }
    }
}
