using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class TitleMarksTests
{
    [Theory]
    [InlineData("Live Forever")]
    [InlineData("Acoustic")]
    [InlineData("Remix to Ignition")]
    [InlineData("Stay With Me")]
    [InlineData("Soft Landing")]
    public void A_plain_title_has_no_marks(string title) => Assert.Equal(default, TitleMarks.Of(title));

    [Theory]
    [InlineData("Wonderwall - Remastered", false, false, true, false, false, false)]
    [InlineData("Wonderwall (Live at Knebworth)", false, true, false, false, false, true)]
    [InlineData("Wonderwall - Ao Vivo", false, true, false, false, false, false)]
    [InlineData("Wonderwall - Acoustic Version", false, false, false, true, false, false)]
    [InlineData("Wonderwall - MTV Unplugged", false, true, false, true, false, false)]
    [InlineData("Wonderwall (feat. Kygo) - R3HAB Remix", true, false, false, false, true, true)]
    [InlineData("Wonderwall ft. Kygo", false, false, false, false, true, false)]
    [InlineData("Wonderwall Remix", true, false, false, false, false, false)]
    [InlineData("Wonderwall - Radio Edit", false, false, false, false, false, false)]
    [InlineData("Wonderwall (Live Your Life)", false, false, false, false, false, true)]
    public void Marks_are_read_from_the_additions(string title, bool remix, bool live, bool remaster, bool acoustic, bool guest, bool brackets) =>
        Assert.Equal(new TitleMarks(remix, live, remaster, acoustic, guest, brackets), TitleMarks.Of(title));
}
