using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>A cover of many fine lines that swing together like cloth: tempo sets their frequency, energy their number, softness their width.</summary>
internal static class Silk
{
    const int Points = 72;

    public static void Paint(Canvas canvas, Box square, CoverMood mood)
    {
        var light = square.Centre + square.Width * new Vector2(mood.Draws.Between(-0.4f, 0.4f), mood.Draws.Between(-0.35f, 0.1f));
        Sky.PaintNight(canvas, square, light, mood);
        var count = 16 + (int)MathF.Round(18 * mood.Energy);
        var sway = new Sway(mood, square);
        var line = new Vector2[Points];
        for (var i = 0; i < count; i++)
        {
            var place = i / (float)(count - 1);
            for (var point = 0; point < Points; point++) line[point] = sway.At(point / (float)(Points - 1), place);
            var shine = 0.5f + 0.5f * MathF.Sin(place * 5 + sway.Phase);
            var colour = mood.Tint(place * 1.2f, 0.5f + 0.42f * shine).WithAlpha(0.92f - 0.4f * mood.Softness);
            canvas.Stroke(line, square.Width * (0.005f + 0.009f * mood.Softness + 0.004f * shine), colour);
        }
    }

    /// <summary>Where the lines run: two sines whose phases shift from line to line.</summary>
    sealed class Sway(CoverMood mood, Box square)
    {
        readonly float pace = MathF.Tau * (0.45f + 1.15f * mood.Pace);
        readonly float height = square.Height * (0.07f + 0.12f * mood.Swing);
        readonly float shift = mood.Draws.Between(1.2f, 2.6f);
        readonly float twist = mood.Draws.Between(-3.2f, 3.2f);
        readonly float lean = mood.Draws.Between(-0.25f, 0.25f);
        readonly float second = mood.Draws.Between(0, MathF.Tau);

        public float Phase { get; } = mood.Draws.Between(0, MathF.Tau);

        public Vector2 At(float along, float place)
        {
            var swing = MathF.Sin(along * pace + Phase + place * shift) + 0.55f * MathF.Sin(along * pace * 1.7f + second + place * twist);
            // Lines begin and end a little outside, so that their round ends are cut off.
            var x = square.X + square.Width * (1.06f * along - 0.03f);
            return new(x, square.Y + square.Height * (0.2f + 0.62f * place + lean * (along - 0.5f)) + height * swing);
        }
    }
}
