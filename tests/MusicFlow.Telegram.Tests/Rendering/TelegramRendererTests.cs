using MusicFlow.Chat;
using MusicFlow.Telegram.Rendering;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Rendering;

/// <summary>How replies look on Telegram.</summary>
public sealed class TelegramRendererTests
{
    static readonly Reply OneOfEach = new([
        new Block.Title("Glass & <Harbour>", new Uri("https://example.org/?a=1&b=\"2\"")),
        new Block.Text("≈ 5 streams"),
        new Block.Field("80 % range", "1 to 12"),
        new Block.Meter("Energy", "0.64", 0.64),
        new Block.Text("Nice track! 🙂"),
        new Block.Lines(["first", "second"], IsNumbered: true),
        new Block.Lines(["up", "down"]),
        new Block.Footer("small print"),
    ]);

    static Block.Picture Picture(string alt = "alt") => new(SomePng.Of(), 8, 8, alt);

    [Fact]
    public void One_of_each_block_is_drawn()
    {
        var html = TelegramRenderer.Render(OneOfEach).Text!.Value.Html;

        Assert.Equal(
            """
            <a href="https://example.org/?a=1&amp;b=%222%22"><b>Glass &amp; &lt;Harbour&gt;</b></a>
            ≈ 5 streams

            <b>80 % range</b>: 1 to 12
            <b>Energy</b>: 0.64 ▰▰▰▰▰▰▱▱▱▱

            Nice track! 🙂

            1. first
            2. second
            • up
            • down

            <i>small print</i>
            """, html, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_the_service_reads_is_the_plain_text()
    {
        var text = TelegramRenderer.Render(OneOfEach).Text!.Value;

        Assert.Equal(text.Plain, HtmlEntities.Parse(text.Html).Text);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0.05, 1)]
    [InlineData(7, 10)]
    public void A_meter_is_never_fuller_than_full(double share, int full)
    {
        var text = TelegramRenderer.Render(new([new Block.Meter("m", "v", share)])).Text!.Value.Plain;

        Assert.Equal((full, 10 - full), (text.Count(letter => letter == '▰'), text.Count(letter => letter == '▱')));
    }

    [Fact]
    public void A_card_that_fits_stands_under_its_picture_with_the_alt_text_folded()
    {
        var card = TelegramRenderer.Render(new([new Block.Title("T"), Picture("A bar of 3")]));

        Assert.Null(card.Text);
        Assert.Equal("<b>T</b>\n\n<blockquote expandable>A bar of 3</blockquote>", card.Photo!.Caption.Html);
    }

    [Fact]
    public void A_card_that_does_not_fit_follows_its_picture_which_then_carries_the_alt_text()
    {
        var card = TelegramRenderer.Render(new([new Block.Text(new string('x', 1500)), Picture()]) { Buttons = [new("b", "/b")] });

        Assert.Equal("<i>alt</i>", card.Photo!.Caption.Html);
        Assert.Equal(1500, card.Text!.Value.Plain.Length);
        Assert.NotNull(card.Keyboard);
    }

    [Fact]
    public void Alt_text_never_costs_the_card_its_room()
    {
        var card = TelegramRenderer.Render(new([new Block.Text(new string('x', 1000)), Picture(new string('a', 900))]));

        Assert.StartsWith(new string('x', 1000), card.Photo!.Caption.Plain, StringComparison.Ordinal);
        Assert.True(card.Photo.Caption.Plain.Length <= TelegramRenderer.LongestCaption);
    }

    [Fact]
    public void An_edit_stays_one_message_of_its_kind()
    {
        var longText = new Reply([new Block.Text(new string('x', 3000))]);
        var longCard = new Reply([new Block.Text(new string('x', 3000)), Picture()]);

        Assert.Equal(1024, TelegramRenderer.RenderEdit(longText, isPhoto: true).Text!.Value.Plain.Length);
        Assert.Equal(3000, TelegramRenderer.RenderEdit(longText, isPhoto: false).Text!.Value.Plain.Length);
        Assert.Equal(1024, TelegramRenderer.RenderEdit(longCard, isPhoto: true).Photo!.Caption.Plain.Length);
        Assert.Null(TelegramRenderer.RenderEdit(longCard, isPhoto: false).Photo);
        Assert.NotNull(TelegramRenderer.RenderEdit(new([Picture()]), isPhoto: false).Photo);
    }

    [Fact]
    public void Buttons_share_rows_as_they_fit_and_impossible_ones_are_left_out()
    {
        var keyboard = TelegramKeyboard.Of([
            new("55 %", "/v 55"), new("70 %", "/v 70"), new("85 %", "/v 85"), new("95 %", "/v 95"),
            new("A rather long label of a song", "/pick 1"), new("Too long a command", "/" + new string('ä', 32)), new(" ", "/blank"), new("none", ""),
        ]);

        Assert.Equal([4, 1], keyboard!.InlineKeyboard.Select(row => row.Count));
        Assert.Null(TelegramKeyboard.Of([]));
    }
}
