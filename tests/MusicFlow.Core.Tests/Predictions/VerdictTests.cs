using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Tests.Predictions;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(-1, VerdictLevel.Grower, "😐", "This song needs to grow on me!")]
    [InlineData(0.2999, VerdictLevel.Grower, "😐", "This song needs to grow on me!")]
    [InlineData(0.3, VerdictLevel.Nice, "🙂", "Nice track!")]
    [InlineData(0.5, VerdictLevel.Cool, "😃", "Cool track!")]
    [InlineData(0.9999, VerdictLevel.Cool, "😃", "Cool track!")]
    [InlineData(1, VerdictLevel.Discovery, "😄", "OMG, how did I not know this song?")]
    [InlineData(2, VerdictLevel.Banger, "😍", "What a banger!")]
    [InlineData(30, VerdictLevel.Banger, "😍", "What a banger!")]
    public void The_unrounded_value_decides(double streams, VerdictLevel level, string emoji, string text) =>
        Assert.Equal(new Verdict(level, emoji, text), Verdict.On(streams));

    [Fact]
    public void Not_a_number_is_an_error_and_no_banger() => Assert.Throws<ArgumentException>(() => Verdict.On(double.NaN));
}
