using System.Numerics;
using MusicFlow.Pictures.Covers;
using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>Draws the card of a prediction: song, number, verdict, range. 1000 × 560 pixels. Thread-safe.</summary>
public static class PredictionCardDrawing
{
    /// <summary>Width of the card in pixels.</summary>
    public const int Width = 1000;

    /// <summary>Height of the card in pixels.</summary>
    public const int Height = 560;

    const float Left = CardGround.Margin;
    const float CoverSize = 272;
    const float TextLeft = Left + CoverSize + 44;
    const float TextWidth = Width - CardGround.Margin - TextLeft;
    const int MostMeters = 3;

    /// <summary>Draws the card.</summary>
    /// <param name="content">What it shows.</param>
    /// <exception cref="ArgumentException">The expected streams are not a number.</exception>
    public static Picture Draw(PredictionCardContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (double.IsNaN(content.ExpectedStreams)) throw new ArgumentException("A prediction that is not a number has no card.", nameof(content));
        using var canvas = new Canvas(Width, Height);
        var palette = Palette.Of(content.Theme);
        var accent = palette.Accent(content.Verdict);
        CardGround.Paint(canvas, palette, accent);
        CoverPainter.Paint(canvas, new(Left, Left, CoverSize, CoverSize), 22, content.Cover);
        DrawMeters(canvas, content.Meters, palette);
        DrawNames(canvas, content, palette);
        DrawNumber(canvas, content, palette);
        DrawVerdict(canvas, content, palette);
        RangeBar.Draw(canvas, (TextLeft, 440, TextWidth), content);
        DrawLikelihood(canvas, content, palette);
        CardGround.Sign(canvas, palette, accent);
        return canvas.ToPicture();
    }

    static void DrawMeters(Canvas canvas, IReadOnlyList<FeatureMeter> meters, Palette palette)
    {
        for (var i = 0; i < Math.Min(MostMeters, meters.Count); i++)
            MeterRow.Draw(canvas, (Left, 366 + i * MeterRow.Pitch, CoverSize), meters[i], palette);
    }

    static void DrawNames(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        var (small, bold, regular) = (TextStyle.Regular(18), TextStyle.Bold(38), TextStyle.Regular(24));
        canvas.Write(TextLines.Fit(Writing.TryWrite(content.Whose) ?? "", small, TextWidth), new(TextLeft, 66), new(small, palette.Muted));
        var y = 116f;
        if (Writing.TryWrite(content.Title) is { } title)
            y = canvas.WriteLines(TextLines.Wrap(title, bold, TextWidth, most: 2), new(TextLeft, y), new(bold, palette.Text)) - 6;
        if (Writing.TryWrite(content.Artist) is { } artist)
            canvas.Write(TextLines.Fit(artist, regular, TextWidth), new(TextLeft, y), new(regular, palette.Muted));
    }

    static void DrawNumber(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        var (number, label) = (TextStyle.Bold(100), TextStyle.Regular(24));
        var text = TextLines.Fit(Writing.TryWrite(content.ExpectedText) ?? "?", number, TextWidth / 2);
        canvas.Write(text, new(TextLeft - 5, 318), new(number, palette.Accent(content.Verdict)));
        var right = TextLeft + number.Measure(text) + 18;
        var words = TextLines.Fit(Writing.TryWrite(content.StreamsLabel) ?? "", label, TextLeft + TextWidth - right);
        canvas.Write(words, new(right, 318), new(label, palette.Text));
    }

    static void DrawVerdict(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        const float Radius = 21;
        Face.Draw(canvas, new(TextLeft + Radius, 370), Radius, content.Verdict);
        var style = TextStyle.Bold(24);
        var room = TextWidth - 2 * Radius - 16;
        canvas.Write(TextLines.Fit(Writing.TryWrite(content.VerdictText) ?? "", style, room), new Vector2(TextLeft + 2 * Radius + 16, 379), new(style, palette.Text));
    }

    static void DrawLikelihood(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        var style = TextStyle.Regular(17);
        var texts = new[] { content.RangeText, content.ProbabilityText }.Select(Writing.TryWrite).Where(text => text is not null);
        canvas.Write(TextLines.Fit(string.Join("  ·  ", texts), style, TextWidth), new(TextLeft, 508), new(style, palette.Text));
    }
}
