using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Tests.Png;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(70, 33)]
    public void An_independent_reader_sees_the_pixels_that_were_painted(int width, int height)
    {
        using var canvas = new Canvas(width, height);
        canvas.Fill(Colour.Hex(0x336699));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) canvas.Row(y)[x] = Colour.Hex(Noise(x, y)).Premultiplied;

        var read = PngFile.Read(canvas.ToPicture());

        Assert.Equal((width, height, 3), (read.Width, read.Height, read.Channels));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) Assert.Equal(Noise(x, y), (uint)(read[x, y].Red << 16 | read[x, y].Green << 8 | read[x, y].Blue));
    }

    [Fact]
    public void Transparency_is_kept_and_colours_are_not_darkened_by_it()
    {
        using var canvas = new Canvas(4, 1);
        canvas.FillRectangle(new(0, 0, 1, 1), Colour.Hex(0xFF8000));
        canvas.FillRectangle(new(1, 0, 1, 1), Colour.Hex(0xFF8000).WithAlpha(0.5f));

        var read = PngFile.Read(canvas.ToPicture());

        Assert.Equal(4, read.Channels);
        Assert.Equal((255, 128, 0, 255), read[0, 0]);
        Assert.Equal((255, 128, 0, 128), read[1, 0]);
        Assert.Equal((0, 0, 0, 0), read[2, 0]);
    }

    [Fact]
    public void The_file_holds_nothing_but_what_a_picture_needs()
    {
        using var canvas = new Canvas(9, 9);

        var read = PngFile.Read(canvas.ToPicture());

        Assert.Equal(["IHDR", "IDAT", "IEND"], read.Chunks);
    }

    [Fact]
    public void Same_drawing_same_bytes()
    {
        var first = Drawn();
        var second = Drawn();

        Assert.Equal(first, second);

        static byte[] Drawn()
        {
            using var canvas = new Canvas(120, 80);
            canvas.Fill(new LinearGradient(Vector2.Zero, new(120, 80), Ramp.Of(Colour.Hex(0x102030), Colour.Hex(0xFFEEDD))));
            canvas.FillCircle(new(60, 40), 30, Colour.Hex(0xCC2244).WithAlpha(0.7f));
            return canvas.ToPicture().Png.ToArray();
        }
    }

    static uint Noise(int x, int y) => (uint)(x * 7919 + y * 104_729) * 2_654_435_761 >> 8;
}
