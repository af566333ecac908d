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
        DrawSong(canvas, content, palette);
        var names = DrawNames(canvas, content, palette);
        DrawNumber(canvas, content, palette, names);
        DrawVerdict(canvas, content, palette);
        RangeBar.Draw(canvas, (TextLeft, 438, TextWidth), content);
        DrawLikelihood(canvas, content, palette);
        CardGround.Sign(canvas, palette, accent);
        return canvas.ToPicture();
    }

    /// <summary>The left column, cover over meters, in the middle of its height.</summary>
    static void DrawSong(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        const float Gap = 46;
        const float Room = CoverSize + Gap + (MostMeters - 1) * MeterRow.Pitch + 17;
        var count = Math.Min(MostMeters, content.Meters.Count);
        var used = CoverSize + (count == 0 ? 0 : Gap + (count - 1) * MeterRow.Pitch + 17);
        var top = Left + MathF.Round((Room - used) / 2);
        CoverPainter.Paint(canvas, new(Left, top, CoverSize, CoverSize), 22, content.Cover);
        for (var i = 0; i < count; i++)
            MeterRow.Draw(canvas, (Left, top + CoverSize + Gap + i * MeterRow.Pitch, CoverSize), content.Meters[i], palette);
    }

    /// <summary>Whose plays, title and artist.</summary>
    /// <returns>How many lines the names took.</returns>
    static int DrawNames(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        var (small, regular) = (TextStyle.Regular(18), TextStyle.Regular(24));
        canvas.Write(TextLines.Fit(Writing.TryWrite(content.Whose) ?? "", small, TextWidth), new(TextLeft, 61), new(small, palette.Muted));
        var (y, count) = (110f, 0);
        if (Writing.TryWrite(content.Title) is { } title)
        {
            var bold = TextLines.Shrink(title, TextStyle.Bold(38), (TextWidth, 2), smallest: 30);
            var lines = TextLines.Wrap(title, bold, TextWidth, most: 2);
            y = canvas.WriteLines(lines, new(TextLeft, y), new(bold, palette.Text)) - bold.LineHeight + 38;
            count = lines.Count;
        }
        if (Writing.TryWrite(content.Artist) is not { } artist) return count;
        canvas.Write(TextLines.Fit(artist, regular, TextWidth), new(TextLeft, y), new(regular, palette.Muted));
        return count + 1;
    }

    /// <summary>The number, larger where the names leave room.</summary>
    static void DrawNumber(Canvas canvas, PredictionCardContent content, Palette palette, int names)
    {
        const float Baseline = 318;
        var (number, label) = (TextStyle.Bold(names switch { 0 => 156, 1 => 132, 2 => 116, _ => 98 }), TextStyle.Regular(24));
        var text = TextLines.Fit(Writing.TryWrite(content.ExpectedText) ?? "?", number, TextWidth * 0.6f);
        canvas.Write(text, new(TextLeft - number.Size / 20, Baseline), new(number, palette.Accent(content.Verdict)));
        var right = TextLeft + number.Measure(text) + 16;
        var words = TextLines.Wrap(Writing.TryWrite(content.StreamsLabel) ?? "", label, TextLeft + TextWidth - right, most: 2);
        canvas.WriteLines(words, new(right, Baseline - (words.Count - 1) * label.LineHeight), new(label, palette.Text));
    }

    static void DrawVerdict(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        const float Radius = 22;
        const float Gap = 14;
        var middle = new Vector2(TextLeft + Radius, 372);
        Face.Draw(canvas, middle, Radius, content.Verdict);
        var (room, text) = (TextWidth - 2 * Radius - Gap, Writing.TryWrite(content.VerdictText) ?? "");
        var style = TextLines.Shrink(text, TextStyle.Bold(24), (room, 1), smallest: 18);
        canvas.Write(TextLines.Fit(text, style, room), middle + new Vector2(Radius + Gap, style.CapHeight / 2), new(style, palette.Text));
    }

    /// <summary>Range and probability: in one line where they fit, else below each other.</summary>
    static void DrawLikelihood(Canvas canvas, PredictionCardContent content, Palette palette)
    {
        const float Signature = 150;
        var ink = new Ink(TextStyle.Regular(17), palette.Text);
        var texts = new[] { content.RangeText, content.ProbabilityText }.Select(Writing.TryWrite).OfType<string>().ToList();
        var line = string.Join("  ·  ", texts);
        if (ink.Style.Measure(line) <= TextWidth) canvas.Write(line, new(TextLeft, 509), ink);
        else canvas.WriteLines(texts.Select(text => TextLines.Fit(text, ink.Style, TextWidth - Signature)), new(TextLeft, 505), ink);
    }
}
