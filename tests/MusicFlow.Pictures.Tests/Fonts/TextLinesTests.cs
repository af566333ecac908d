using MusicFlow.Pictures.Fonts;

namespace MusicFlow.Pictures.Tests.Fonts;

public sealed class TextLinesTests
{
    static readonly TextStyle Style = TextStyle.Bold(30);

    [Fact]
    public void What_fits_stays_as_it_is() => Assert.Equal("Short", TextLines.Fit("Short", Style, 400));

    [Theory]
    [InlineData(40)]
    [InlineData(133)]
    [InlineData(300)]
    public void What_is_too_long_ends_with_an_ellipsis_and_fits(float width)
    {
        var line = TextLines.Fit("A title that goes on and on and on", Style, width);

        Assert.EndsWith("…", line, StringComparison.Ordinal);
        Assert.True(Style.Measure(line) <= width);
    }

    [Fact]
    public void Lines_break_between_words_and_none_is_too_wide()
    {
        var lines = TextLines.Wrap("Several Species of Small Furry Animals Gathered Together in a Cave", Style, 420, most: 3);

        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.True(Style.Measure(line) <= 420));
        Assert.Equal("Several Species of Small", lines[0]);
    }

    [Fact]
    public void A_word_longer_than_a_line_is_cut()
    {
        var lines = TextLines.Wrap(new string('W', 200), Style, 300, most: 2);

        Assert.EndsWith("…", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Kerning_moves_letters_together() =>
        Assert.True(Style.Measure("AV") < Style.Measure("A") + Style.Measure("V"));
}
