using MusicFlow.Pictures.Fonts;

namespace MusicFlow.Pictures.Tests.Fonts;

public sealed class WritingTests
{
    [Theory]
    [InlineData("The Less I Know The Better")]
    [InlineData("Beyoncé & Jay‐Z – “Déjà Vu” (feat. Ōe)…")]
    [InlineData("Ænima · Sigur Rós · Motörhead · Łona · Đorđe · İstanbul · Nguyễn Đặng")]
    [InlineData("Кино — Группа крови")]
    [InlineData("Μίκης Θεοδωράκης")]
    [InlineData("Հայաստան საქართველო")]
    [InlineData("¥€$ ♥ ★ → ½ ² № ™")]
    public void Letters_that_stand_one_after_another_are_written(string text) => Assert.True(PictureText.CanWrite(text));

    [Theory]
    [InlineData("夜に駆ける")]
    [InlineData("방탄소년단")]
    [InlineData("周杰倫")]
    [InlineData("فيروز")]
    [InlineData("עידן רייכל")]
    [InlineData("लता मंगेशकर")]
    [InlineData("คาราบาว")]
    [InlineData("Song 😍")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("🇩🇪")]
    [InlineData("Z̷̢̛͖a̸l̵g̶o")]
    [InlineData("\uFFFE")]
    [InlineData("\uFDD0")]
    [InlineData("\uE000")]
    [InlineData("\uD83D")]
    [InlineData("a\uDE00b")]
    [InlineData("\U0010FFFF")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200D")]
    [InlineData(null)]
    public void Everything_else_is_left_out(string? text) => Assert.False(PictureText.CanWrite(text));

    [Theory]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("one\r\n\ttwo\0three", "one two three")]
    [InlineData("zero\u200Bwidth\uFEFF", "zerowidth")]
    [InlineData("\u202Eevil\u202C", "evil")]
    [InlineData("  spaced\u00A0\u2003out  ", "spaced out")]
    public void Text_is_composed_and_freed_of_what_cannot_be_seen(string text, string written) => Assert.Equal(written, Writing.TryWrite(text));

    [Fact]
    public void Endless_text_is_cut_before_any_work_is_done()
    {
        var written = Writing.TryWrite(new string('a', 399) + string.Concat(Enumerable.Repeat("😀", 1_000_000)));

        Assert.Equal(399, written!.Length);
    }
}
