using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>One wave of a cover: two sines over each other, filled down to the lower edge.</summary>
internal sealed class Wave
{
    readonly Box square;
    readonly float level;
    readonly float height;
    readonly float pace;
    readonly (float Long, float Short) phases;

    /// <param name="mood">What shapes the wave; draws two numbers from it.</param>
    /// <param name="square">The cover.</param>
    /// <param name="depth">0 = far away, 1 = nearest.</param>
    public Wave(CoverMood mood, Box square, float depth)
    {
        this.square = square;
        level = square.Y + square.Height * (0.42f + 0.44f * depth);
        height = square.Height * (0.03f + 0.05f * mood.Swing + 0.05f * mood.Energy);
        pace = MathF.Tau / square.Width * (0.6f + 1.6f * mood.Pace) * (1.25f - 0.5f * depth);
        phases = (mood.Draws.Between(0, MathF.Tau), mood.Draws.Between(0, MathF.Tau));
    }

    /// <summary>Highest that the wave can reach, in pixels from above.</summary>
    public float Crest => level - 1.4f * height;

    public void AddTo(Outline outline)
    {
        const float Step = 3;
        outline.MoveTo(new(square.X, square.Bottom));
        for (var x = square.X; x < square.Right; x += Step) outline.LineTo(new(x, At(x)));
        outline.LineTo(new(square.Right, At(square.Right)));
        outline.LineTo(new Vector2(square.Right, square.Bottom));
    }

    float At(float x) => level + height * (MathF.Sin((x - square.X) * pace + phases.Long) + 0.4f * MathF.Sin((x - square.X) * pace * 2.3f + phases.Short));
}
