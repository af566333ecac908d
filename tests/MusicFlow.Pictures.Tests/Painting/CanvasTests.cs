using System.Runtime.Intrinsics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Tests.Painting;

public sealed class CanvasTests
{
    static readonly Colour White = Colour.Hex(0xFFFFFF);

    [Fact]
    public void A_rectangle_covers_whole_pixels_wholly_and_cut_ones_by_their_area()
    {
        using var canvas = new Canvas(6, 4);

        canvas.FillRectangle(new(1, 1, 3.25f, 1.5f), White);

        Assert.Equal(0, Alpha(canvas, 0, 1));
        Assert.Equal(1, Alpha(canvas, 1, 1));
        Assert.Equal(1, Alpha(canvas, 3, 1));
        Assert.Equal(0.25f, Alpha(canvas, 4, 1), 1e-5f);
        Assert.Equal(0.5f, Alpha(canvas, 2, 2), 1e-5f);
        Assert.Equal(0.125f, Alpha(canvas, 4, 2), 1e-5f);
        Assert.Equal(0, Alpha(canvas, 2, 3));
    }

    [Theory]
    [InlineData(0.4f)]
    [InlineData(7)]
    [InlineData(48.3f)]
    public void A_circle_has_the_area_of_a_circle(float radius)
    {
        using var canvas = new Canvas(100, 100);

        canvas.FillCircle(new(50.3f, 49.6f), radius, White);

        Assert.Equal(MathF.PI * radius * radius, Area(canvas), MathF.Max(0.06f, radius * 0.2f));
    }

    [Fact]
    public void A_triangle_has_its_area_wherever_it_lies()
    {
        using var canvas = new Canvas(64, 64);
        var outline = canvas.NewOutline();
        outline.AddPolygon([new(3.3f, 60.1f), new(58.7f, 41.9f), new(20.2f, 2.4f)]);

        canvas.Fill(outline, White);

        Assert.Equal(1444.5f, Area(canvas), 0.05f);
    }

    [Theory]
    [InlineData(-40, 10)]
    [InlineData(40, -30)]
    [InlineData(-500, -500)]
    [InlineData(85, 85)]
    public void What_leaves_the_picture_is_cut_as_if_it_were_drawn_on_a_larger_one(float x, float y)
    {
        using var small = new Canvas(100, 100);
        using var large = new Canvas(300, 300);

        small.FillCircle(new(x, y), 45, White);
        large.FillCircle(new(x + 100, y + 100), 45, White);

        for (var row = 0; row < 100; row++)
            for (var column = 0; column < 100; column++)
                Assert.Equal(Alpha(large, column + 100, row + 100), Alpha(small, column, row), 0.004f);
    }

    [Fact]
    public void A_hole_turns_the_other_way_and_a_doubled_shape_stays_whole()
    {
        using var canvas = new Canvas(40, 40);
        var outline = canvas.NewOutline();
        outline.AddRing(new(20, 20), 12, 6);
        outline.AddRectangle(new(0, 0, 4, 4));
        outline.AddRectangle(new(0, 0, 4, 4));

        canvas.Fill(outline, White);

        Assert.Equal(0, Alpha(canvas, 20, 20), 1e-4f);
        Assert.Equal(1, Alpha(canvas, 32, 20), 1e-4f);
        Assert.Equal(1, Alpha(canvas, 2, 2), 1e-4f);
    }

    [Fact]
    public void A_stroke_is_as_wide_as_its_pen_and_round_at_its_ends()
    {
        using var canvas = new Canvas(60, 20);

        canvas.Stroke([new(10, 10), new(30, 10), new(50, 10)], 6, White);

        Assert.Equal(40 * 6 + MathF.PI * 9, Area(canvas), 1.5f);
    }

    [Fact]
    public void A_closed_stroke_leaves_its_inside_empty()
    {
        using var canvas = new Canvas(60, 60);

        canvas.Stroke([new(10, 10), new(50, 10), new(50, 50), new(10, 50)], 4, White, closed: true);

        Assert.Equal(0, Alpha(canvas, 30, 30));
        Assert.Equal(44 * 44 - 36 * 36 - (16 - 4 * MathF.PI), Area(canvas), 1.5f);
    }

    [Fact]
    public void A_clip_lets_nothing_pass_outside_and_ends_with_its_disposal()
    {
        using var canvas = new Canvas(30, 30);

        using (canvas.Clip(new(5, 5, 10, 10), 3)) canvas.Fill(White);
        var clipped = Area(canvas);
        canvas.FillRectangle(new(20, 20, 2, 2), White);

        Assert.Equal(100 - (36 - 9 * MathF.PI), clipped, 0.5f);
        Assert.Equal(1, Alpha(canvas, 21, 21));
    }

    [Fact]
    public void Half_white_over_black_is_half_of_the_light()
    {
        using var canvas = new Canvas(1, 1);
        canvas.Fill(Colour.Hex(0x000000));

        canvas.Fill(White.WithAlpha(0.5f));

        Assert.Equal(0.5f, canvas.Row(0)[0].GetElement(0), 1e-5f);
        Assert.Equal(188, SrgbCurve.ToByte(0.5f));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_coordinate_that_is_not_a_number_is_refused(float x)
    {
        using var canvas = new Canvas(8, 8);

        Assert.Throws<NotFiniteNumberException>(() => canvas.FillCircle(new(x, 3), 2, White));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(2001, 5)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_size_outside_the_limits_is_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Canvas(width, height));

    [Fact]
    public void A_canvas_starts_empty_though_its_memory_was_used_before()
    {
        using (var before = new Canvas(50, 50)) before.Fill(White);

        using var canvas = new Canvas(50, 50);

        Assert.Equal(0, Area(canvas));
    }

    static float Alpha(Canvas canvas, int x, int y) => canvas.Row(y)[x].GetElement(3);

    static float Area(Canvas canvas)
    {
        var sum = 0d;
        for (var y = 0; y < canvas.Height; y++)
            foreach (var pixel in canvas.Row(y)) sum += pixel.GetElement(3);
        return (float)sum;
    }
}
