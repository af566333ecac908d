using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>How a cover looks: what the song's figures and its seed make of it.</summary>
internal sealed class CoverMood
{
    /// <summary>Typical tempi; what lies outside is cut.</summary>
    const float SlowBpm = 60;
    const float FastBpm = 190;

    readonly float hue;
    readonly float spread;
    readonly float chroma;

    public CoverMood(CoverContent content)
    {
        Draws = new(content.Seed);
        Energy = Share(content.Energy, 0.45f);
        Softness = Share(content.Acousticness, 0.45f);
        Swing = Share(content.Danceability, 0.5f);
        Pace = Share((content.TempoBpm - SlowBpm) / (FastBpm - SlowBpm), 0.4f, cut: true);
        // From blue by way of violet, magenta and red to orange: cold to warm without the greens in between.
        hue = 250 + 150 * Share(content.Valence, 0.35f) + Draws.Between(-18, 18);
        spread = Draws.Between(35, 75) * (Draws.Below(2) == 0 ? 1 : -1);
        chroma = 0.08f + 0.1f * Energy;
    }

    public SeededDraws Draws { get; }

    /// <summary>Contrast and number of shapes, 0–1.</summary>
    public float Energy { get; }

    /// <summary>Softness of edges, 0–1.</summary>
    public float Softness { get; }

    /// <summary>How far waves swing, 0–1.</summary>
    public float Swing { get; }

    /// <summary>How close waves follow each other, 0–1.</summary>
    public float Pace { get; }

    /// <summary>A colour of the cover.</summary>
    /// <param name="place">0 = its own hue, 1 = the far end of its hues.</param>
    /// <param name="lightness">0–1.</param>
    public Colour Tint(float place, float lightness) => Colour.Oklch(lightness, chroma * (1 - MathF.Abs(lightness - 0.6f)), hue + spread * place);

    static float Share(double? value, float unknown, bool cut = false)
    {
        if (value is not { } known || !double.IsFinite(known)) return unknown;
        return known is >= 0 and <= 1 || cut ? (float)Math.Clamp(known, 0, 1) : unknown;
    }
}
