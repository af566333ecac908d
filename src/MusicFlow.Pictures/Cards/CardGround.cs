using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>What all cards share: the ground with a breath of the accent, and the name in the corner.</summary>
internal static class CardGround
{
    /// <summary>Empty border of every card in pixels.</summary>
    public const float Margin = 48;

    const string Name = "MusicFlow";

    /// <summary>Fills the picture to its edges: chats round corners themselves, and some turn transparency into black.</summary>
    public static void Paint(Canvas canvas, Palette palette, Colour accent)
    {
        canvas.Fill(new RadialGradient(new(canvas.Width, 0), canvas.Width * 0.6f, Ramp.Soft(Breath(palette, accent), palette.Ground)));
    }

    /// <summary>The ground where the accent tints it most: the upper right corner.</summary>
    public static Colour Breath(Palette palette, Colour accent) => palette.Ground.Mix(accent, palette == Palette.Dark ? 0.16f : 0.045f);

    /// <summary>The name of the bot with its mark, three bars of sound, at the lower right.</summary>
    public static void Sign(Canvas canvas, Palette palette, Colour accent)
    {
        var style = TextStyle.Bold(15) with { Tracking = 0.3f };
        var baseline = canvas.Height - 22;
        var right = canvas.Width - Margin;
        canvas.Write(Name, new(right, baseline), new(style, palette.Muted), Align.Right);
        var left = right - style.Measure(Name) - 22;
        ReadOnlySpan<float> heights = [6, 12, 8.5f];
        for (var i = 0; i < heights.Length; i++)
            canvas.FillRounded(new(left + i * 5, baseline - heights[i] + 0.5f, 3, heights[i]), 1.5f, accent);
    }
}
