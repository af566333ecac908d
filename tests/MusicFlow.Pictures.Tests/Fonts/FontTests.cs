using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Tests.Fonts;

public sealed class FontTests
{
    static readonly byte[] File = Embedded();

    [Fact]
    public void Every_glyph_of_both_fonts_can_be_read()
    {
        foreach (var font in new[] { Typeface.Regular.Font, Typeface.Bold.Font })
            for (var character = 1; character <= 0x1FFFF; character++)
                if (font.GlyphOf(character) is var glyph and > 0) Assert.True(font.Outline(glyph).Points.Length < 5000);
    }

    [Fact]
    public void A_letter_stands_on_the_baseline_and_is_as_high_as_capitals_are()
    {
        var style = TextStyle.Regular(100);
        var outline = new Outline();

        style.AddTo(outline, "H", new(0, 200));

        Assert.Equal(200, outline.Bounds.Bottom, 0.1f);
        Assert.Equal(style.CapHeight, outline.Bounds.Height, 0.1f);
    }

    [Fact]
    public void A_composite_letter_is_its_letter_with_its_mark_above()
    {
        var (plain, marked) = (new Outline(), new Outline());

        TextStyle.Regular(100).AddTo(plain, "e", default);
        TextStyle.Regular(100).AddTo(marked, "é", default);

        Assert.Equal(plain.Bounds.Bottom, marked.Bounds.Bottom);
        Assert.True(marked.Bounds.Height > plain.Bounds.Height * 1.2f);
        Assert.Equal(plain.Ends.Length + 1, marked.Ends.Length);
    }

    [Fact]
    public void A_character_that_the_font_lacks_has_no_glyph()
    {
        Assert.Equal(0, Typeface.Regular.Font.GlyphOf('夜'));
        Assert.Equal(0, Typeface.Regular.Font.GlyphOf(0x10FFFF));
        Assert.Null(Typeface.Bold.Find('夜'));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(300)]
    [InlineData(100_000)]
    public void A_font_that_was_cut_off_is_refused_in_a_sentence(int length)
    {
        var failure = Assert.Throws<InvalidDataException>(() => new Font(File.AsMemory(0, length)));

        Assert.StartsWith("The font is", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_bytes_anywhere_are_survived_or_told()
    {
        var random = new Random(42);
        for (var round = 0; round < 150; round++)
        {
            var damaged = (byte[])File.Clone();
            for (var i = 0; i < 40; i++) damaged[random.Next(round % 2 == 0 ? 4096 : damaged.Length)] = (byte)random.Next(256);

            var failure = Record.Exception(() =>
            {
                var font = new Font(damaged);
                for (var character = 32; character < 0x250; character++) font.Outline(font.GlyphOf(character));
            });

            Assert.True(failure is null or InvalidDataException, failure?.ToString());
        }
    }

    static byte[] Embedded()
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return file;
    }
}
