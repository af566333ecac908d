using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Rendering;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Rendering;

/// <summary>Laws that hold for any text: it stays within Telegram's limits, and the service reads what was meant. The emulator's parser is the judge.</summary>
public sealed class AnyTextTests
{
    const int Texts = 10_000;

    /// <summary>Pieces that have broken renderers: markup, half entities, accents, joined emoji, half surrogate pairs, control characters, direction marks.</summary>
    static readonly string[] Pieces =
    [
        "a", "Z", "ü", " ", "\n", "\r\n", "\t", "\0", "\u0007", "<", ">", "&", "\"", "'", "&amp;", "&lt", "&#60;", "&#x;", "<b>", "</b>", "<a href=\"x\">", "<!--", "]]>", "`", "*_[]()~",
        "夜", "אב", "\u202E", "\u200B", "\u200D", "e\u0301\u0302\u0303", "👩‍👩‍👧‍👦", "🇩🇪", "😍", "\ud83d", "\ude00", "\uFFFF", "\u2028", "𝄞", "…", "https://t.me/x", "/predict", "@bot",
        new string('\u0301', 40), new string('x', 300), string.Concat(Enumerable.Repeat("🎵", 60)), string.Concat(Enumerable.Repeat("&<", 100)),
    ];

    static readonly Gen<string> Text = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    static readonly Gen<string> AnyText = Gen.OneOf(Text, Gen.Sized(size => Text.Resize(size * 3)), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));

    static readonly Gen<Block> AnyBlock = Gen.OneOf(
        AnyText.Select(Block (text) => new Block.Title(text, text.Length % 2 == 0 ? new Uri("https://example.org/?q=" + Uri.EscapeDataString(Clean(text))) : null)),
        AnyText.Select(Block (text) => new Block.Text(text)),
        AnyText.Select(Block (text) => new Block.Footer(text)),
        AnyText.Select(Block (text) => new Block.Field(text, text)),
        AnyText.Select(Block (text) => new Block.Meter(text, text, text.Length / 7d)),
        AnyText.Select(Block (text) => new Block.Picture(SomePng.Of(), 8, 8, text)),
        Gen.ListOf(AnyText).Select(Block (texts) => new Block.Lines([.. texts], texts.Count % 2 == 0)));

    static readonly Gen<Reply> AnyReply =
        from blocks in AnyBlock.NonEmptyListOf()
        from labels in AnyText.ListOf()
        select new Reply([.. blocks]) { Buttons = [.. labels.Select((label, at) => new Button(label, at % 3 == 0 ? label : "/x"))] };

    [Fact]
    public void Any_text_keeps_to_the_limit_and_is_read_as_it_was_written()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(
            (from text in AnyText from limit in Gen.Choose(1, 1200) select (text, limit)).ToArbitrary(), sample =>
            {
                var written = new TelegramHtml(sample.limit).Marked("b", sample.text).Text(sample.text).ToText();

                var read = HtmlEntities.Parse(written.Html);

                Assert.Equal(written.Plain, read.Text);
                Assert.InRange(read.Text.Length, 1, sample.limit);
                Assert.DoesNotContain(read.Text, letter => char.IsControl(letter) && letter != '\n');
                Assert.All(read.Entities, entity => Assert.InRange((int)entity!["offset"]! + (int)entity["length"]!, 1, read.Text.Length));
                Assert.True(IsWhole(read.Text));
            }));
    }

    [Fact]
    public void Any_reply_is_a_message_that_the_service_takes()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Texts), Prop.ForAll(AnyReply.ToArbitrary(), reply =>
        {
            foreach (var card in new[] { TelegramRenderer.Render(reply), TelegramRenderer.RenderEdit(reply, isPhoto: true), TelegramRenderer.RenderEdit(reply, isPhoto: false), TelegramRenderer.RenderInline(reply) })
            {
                Assert.True(card.Photo is not null || card.Text is not null);
                if (card.Text is { } text) Judge(text, TelegramRenderer.LongestText);
                if (card.Photo is { } photo) Judge(photo.Caption, TelegramRenderer.LongestCaption);
                Judge(card.Keyboard);
            }
        }));
    }

    [Fact]
    public void A_cut_never_parts_a_letter_from_its_accents()
    {
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 10));

        var cut = new TelegramHtml(30).Text(family).ToText().Plain;

        Assert.Equal(0, (cut.Length - 1) % "👩‍👩‍👧‍👦".Length);
        Assert.Equal(StringInfo.ParseCombiningCharacters(cut).Length, ((cut.Length - 1) / "👩‍👩‍👧‍👦".Length) + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("\0\u200B\u200D")]
    public void A_text_that_nobody_can_see_is_an_ellipsis(string text) => Assert.Equal("…", new TelegramHtml(100).Text(text).ToText().Html);

    [Fact]
    public void More_entities_than_the_service_keeps_are_not_written()
    {
        var html = new TelegramHtml(4000);

        for (var at = 0; at < 300; at++) html.Marked("b", "x").Text(" ");

        Assert.True(HtmlEntities.Parse(html.ToText().Html).Entities.Count <= 100);
    }

    static void Judge(FormattedText text, int limit)
    {
        var read = HtmlEntities.Parse(text.Html);
        Assert.Equal(text.Plain, read.Text);
        Assert.InRange(read.Text.Trim().Length, 1, limit);
        Assert.True(IsWhole(read.Text));
    }

    static void Judge(InlineKeyboardMarkup? keyboard)
    {
        var buttons = keyboard?.InlineKeyboard.SelectMany(row => row).ToList() ?? [];
        Assert.True(buttons.Count <= 100);
        Assert.All(buttons, button => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64));
        Assert.All(buttons, button => Assert.False(string.IsNullOrWhiteSpace(button.Text)));
    }

    /// <summary>Without half surrogate pairs.</summary>
    static bool IsWhole(string text) => text == string.Concat(text.EnumerateRunes());

    static string Clean(string text) => string.Concat(text.EnumerateRunes());
}
