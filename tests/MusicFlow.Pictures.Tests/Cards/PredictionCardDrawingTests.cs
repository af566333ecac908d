using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Tests.Png;

namespace MusicFlow.Pictures.Tests.Cards;

public sealed class PredictionCardDrawingTests
{
    [Fact]
    public void The_card_is_opaque_and_as_large_as_it_says()
    {
        var picture = PredictionCardDrawing.Draw(SomeCard.Prediction());

        var read = PngFile.Read(picture);

        Assert.Equal((1000, 560, 3), (read.Width, read.Height, read.Channels));
        Assert.Equal((1000, 560), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_name_that_cannot_be_written_leaves_the_same_card_as_no_name()
    {
        var without = PredictionCardDrawing.Draw(SomeCard.Prediction() with { Title = "", Artist = "" });

        var unwritable = PredictionCardDrawing.Draw(SomeCard.Prediction() with { Title = "夜に駆ける", Artist = "فيروز 😍" });

        Assert.Equal(without.Png.ToArray(), unwritable.Png.ToArray());
    }

    [Fact]
    public void A_prediction_that_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => PredictionCardDrawing.Draw(SomeCard.Prediction() with { ExpectedStreams = double.NaN }));

    [Theory]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, 4)]
    [InlineData(12, 3)]
    [InlineData(-1e300, 1e300)]
    public void Senseless_ranges_do_no_harm(double low, double high)
    {
        var picture = PredictionCardDrawing.Draw(SomeCard.Prediction() with { Range = new(low, high), ExpectedStreams = high is double.NaN ? 0 : high });

        Assert.Equal(1000, PngFile.Read(picture).Width);
    }
}
