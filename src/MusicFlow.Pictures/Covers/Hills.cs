using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>A cover of waves like hills under a sun: tempo sets how close they follow, danceability how far they swing.</summary>
internal static class Hills
{
    public static void Paint(Canvas canvas, Box square, CoverMood mood)
    {
        Sky.Paint(canvas, square, mood);
        var sun = new Vector2(square.X + square.Width * mood.Draws.Between(0.28f, 0.72f), square.Y + square.Width * mood.Draws.Between(0.26f, 0.42f));
        Sky.PaintSun(canvas, sun, square.Width * mood.Draws.Between(0.13f, 0.2f), mood);
        var count = 3 + (int)MathF.Round(4 * mood.Energy);
        for (var i = 0; i < count; i++) PaintHill(canvas, square, mood, (i + 1) / (float)count);
    }

    static void PaintHill(Canvas canvas, Box square, CoverMood mood, float depth)
    {
        var wave = new Wave(mood, square, depth);
        var top = mood.Tint(0.8f - 0.8f * depth, 0.66f - 0.4f * depth);
        var bottom = mood.Tint(0.5f - 0.5f * depth, 0.44f - 0.26f * depth);
        var opacity = 0.95f - 0.4f * mood.Softness;
        var outline = canvas.NewOutline();
        wave.AddTo(outline);
        canvas.Fill(outline, new LinearGradient(new(0, wave.Crest), new(0, square.Bottom), Ramp.Of(top.WithAlpha(opacity), bottom)));
    }
}
