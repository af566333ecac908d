using MusicFlow.Pictures.Covers;
using MusicFlow.Pictures.Tests.Cards;
using MusicFlow.Pictures.Tests.Png;

namespace MusicFlow.Pictures.Tests.Covers;

public sealed class GeneratedCoverTests
{
    [Fact]
    public void The_same_song_always_gets_the_same_cover() =>
        Assert.Equal(GeneratedCover.Draw(SomeCard.Cover(), 128).Png.ToArray(), GeneratedCover.Draw(SomeCard.Cover(), 128).Png.ToArray());

    [Fact]
    public void Other_songs_get_other_covers()
    {
        var covers = Enumerable.Range(0, 40).Select(i => Convert.ToHexString(GeneratedCover.Draw(SomeCard.Cover($"song {i}"), 64).Png.Span));

        Assert.Equal(40, covers.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(64)]
    [InlineData(333)]
    [InlineData(1000)]
    public void A_cover_is_square_opaque_and_of_its_size(int size)
    {
        var read = PngFile.Read(GeneratedCover.Draw(SomeCard.Cover(), size));

        Assert.Equal((size, size, 3), (read.Width, read.Height, read.Channels));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(1001)]
    [InlineData(-1)]
    public void Other_sizes_are_refused(int size) => Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedCover.Draw(SomeCard.Cover(), size));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-3)]
    [InlineData(1.5)]
    public void A_figure_outside_its_range_counts_as_unknown(double figure)
    {
        var unknown = GeneratedCover.Draw(new() { Seed = "a" }, 64);

        var drawn = GeneratedCover.Draw(new() { Seed = "a", Energy = figure, Valence = figure, Acousticness = figure, Danceability = figure }, 64);

        Assert.Equal(unknown.Png.ToArray(), drawn.Png.ToArray());
    }

    [Fact]
    public void A_happier_song_is_warmer()
    {
        var sad = Warmth(0.02);
        var happy = Warmth(0.98);

        Assert.True(happy > sad + 30, $"{sad:0} {happy:0}");

        static double Warmth(double valence)
        {
            var read = PngFile.Read(GeneratedCover.Draw(SomeCard.Cover() with { Valence = valence }, 64));
            return Enumerable.Range(0, 64 * 64).Average(i => read.Pixels[3 * i] - (double)read.Pixels[3 * i + 2]);
        }
    }
}
