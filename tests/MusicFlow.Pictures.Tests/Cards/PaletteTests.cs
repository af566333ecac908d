using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Tests.Cards;

public sealed class PaletteTests
{
    /// <summary>WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (graphics).</summary>
    const float Text = 4.5f;
    const float Graphics = 3;

    public static TheoryData<Theme> Themes => [Theme.Dark, Theme.Light];

    [Theory, MemberData(nameof(Themes))]
    public void Text_can_be_read_on_ground_and_fields(Theme theme)
    {
        var palette = Palette.Of(theme);
        Colour[] inks = [palette.Text, palette.Muted, .. Enum.GetValues<VerdictLevel>().Select(palette.Accent)];

        foreach (var ink in inks)
            foreach (var ground in new[] { palette.Ground, Breath(palette, ink) })
                Assert.True(Colour.Contrast(ink, ground) >= Text, $"{Colour.Contrast(ink, ground):0.00}");
        Assert.True(Colour.Contrast(palette.Muted, palette.Raised) >= Text);
    }

    [Theory, MemberData(nameof(Themes))]
    public void Bars_and_lines_stand_out(Theme theme)
    {
        var palette = Palette.Of(theme);

        foreach (var colour in new[] { palette.Up, palette.Down, palette.Brand, palette.Muted })
            Assert.True(Colour.Contrast(colour, palette.Ground) >= Graphics);
        Assert.True(Colour.Contrast(palette.Muted, palette.Groove) >= Graphics);
        Assert.All(Enum.GetValues<VerdictLevel>(), verdict => Assert.True(Colour.Contrast(palette.Accent(verdict), palette.Groove) >= Graphics));
    }

    [Fact]
    public void Contrast_of_black_and_white_is_21() =>
        Assert.Equal(21, Colour.Contrast(Colour.Hex(0x000000), Colour.Hex(0xFFFFFF)), 0.01f);

    /// <summary>The ground where the accent tints it most.</summary>
    static Colour Breath(Palette palette, Colour accent) => CardGround.Breath(palette, accent);
}
