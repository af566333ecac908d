using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>Title and artist at the head of a chart, one line each.</summary>
internal static class CardHead
{
    /// <summary>Draws what of the two can be written, the lower line first at its place.</summary>
    /// <returns>Where the content may begin, in pixels from above.</returns>
    public static float Draw(Canvas canvas, (string Title, string Artist) names, Palette palette)
    {
        var (bold, regular) = (TextStyle.Bold(28), TextStyle.Regular(20));
        var room = canvas.Width - 2 * CardGround.Margin;
        var y = CardGround.Margin + bold.CapHeight;
        if (Writing.TryWrite(names.Title) is { } title)
        {
            canvas.Write(TextLines.Fit(title, bold, room), new(CardGround.Margin, y), new(bold, palette.Text));
            y += 32;
        }
        if (Writing.TryWrite(names.Artist) is { } artist)
        {
            canvas.Write(TextLines.Fit(artist, regular, room), new(CardGround.Margin, y), new(regular, palette.Muted));
            y += 26;
        }
        return y;
    }
}
