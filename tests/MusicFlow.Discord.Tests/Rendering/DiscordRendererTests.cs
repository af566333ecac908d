using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Chat;
using MusicFlow.Discord.Protocol;
using MusicFlow.Discord.Rendering;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Rendering;

public sealed class DiscordRendererTests
{
    [Fact]
    public void Each_block_has_its_place_on_the_card()
    {
        var reply = new Reply([
            new Block.Title("Glass_Harbour — The Paper Lanterns", new Uri("https://example.org/t")),
            new Block.Picture(new byte[] { 1, 2, 3 }, 10, 10, "a radar"),
            new Block.Text("≈ 3 streams"),
            new Block.Field("80 % range", "0 to 7"),
            new Block.Meter("Energy", "0.5", 0.5),
            new Block.Lines(["first", "second"], IsNumbered: true),
            new Block.Footer("model: default_1"),
        ])
        {
            Buttons = [new("Why?", "/why t:1"), new("Again", "/why t:1"), new("Help", "/help")],
        };

        var message = DiscordRenderer.Render(reply);

        var card = message.Body.Embeds![0];
        Assert.Equal(@"Glass\_Harbour — The Paper Lanterns", card.Title);
        Assert.Equal("https://example.org/t", card.Url);
        Assert.Equal("≈ 3 streams\n1\\. first\n2\\. second", card.Description);
        Assert.Equal(["80 % range: 0 to 7", "Energy: ▰▰▰▰▱▱▱▱ 0.5"], card.Fields!.Select(field => $"{field.Name}: {field.Value}"));
        Assert.Equal("model: default_1", card.Footer!.Text);
        Assert.Equal("attachment://card.png", card.Image!.Url);
        Assert.Equal("a radar", message.Body.Attachments![0].Description);
        Assert.Equal([1, 2, 3], message.Files[0].Content.ToArray());
        Assert.Equal(["/why t:1", "/help"], message.Body.Components![0].Components.Select(button => button.CustomId));
        Assert.Empty(message.Body.AllowedMentions.Parse);
    }

    [Fact]
    public void Twenty_five_buttons_stand_in_five_rows()
    {
        var reply = Reply.Say("x") with { Buttons = [.. Enumerable.Range(0, 30).Select(i => new Button($"{i}", $"/vote {i}"))] };

        Assert.Equal([5, 5, 5, 5, 5], DiscordRenderer.Render(reply).Body.Components!.Select(row => row.Components.Count));
    }

    [Fact]
    public void Without_its_picture_a_card_keeps_no_attachment()
    {
        var reply = new Reply([new Block.Text("x"), new Block.Picture(new byte[] { 1 }, 1, 1, "alt")]);

        var message = DiscordRenderer.Render(reply, hasPicture: false);

        Assert.Empty(message.Files);
        Assert.Empty(message.Body.Attachments!);
        Assert.Null(message.Body.Embeds![0].Image);
    }

    [Fact]
    public void Ten_thousand_random_replies_are_within_what_Discord_takes()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => string.Concat(Enumerable.Repeat(text.Get + "*_`[1. 🎵\uD83C", 60))),
            Gen.Choose(0, 6_000).Select(length => new string('*', length)),
            Gen.Choose(0, 6_000).Select(length => new string('x', length)));
        var blocks = Gen.OneOf(
            texts.Select(text => (Block)new Block.Title(text)),
            texts.Select(text => (Block)new Block.Text(text)),
            texts.Select(text => (Block)new Block.Footer(text)),
            texts.Two().Select(pair => (Block)new Block.Field(pair.Item1, pair.Item2)),
            texts.Two().Select(pair => (Block)new Block.Meter(pair.Item1, pair.Item2, pair.Item1.Length / 7.0)),
            texts.ListOf(12).Select(items => (Block)new Block.Lines([.. items], items[0].Length % 2 == 0)),
            texts.Select(text => (Block)new Block.Picture(new byte[] { 1 }, 1, 1, text)));
        var replies =
            from parts in Gen.Choose(1, 40).SelectMany(count => blocks.ListOf(count))
            from labels in texts.ListOf(5)
            select new Reply([.. parts]) { Buttons = [.. labels.Select(label => new Button(label, $"/why {(label.Length > 50 ? label[..50] : label)}"))] };

        Prop.ForAll(Arb.From(replies), IsTaken).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }

    /// <summary>Asks the emulator's own rules, which were written from Discord's documentation.</summary>
    static bool IsTaken(Reply reply)
    {
        var message = DiscordRenderer.Render(reply);
        var json = JsonSerializer.Serialize(message.Body, DiscordJson.Default.MessageBody);
        MessageCheck.Check(JsonNode.Parse(json)!.AsObject(), [.. message.Files.Select(file => file.Name)]);
        return Encoding.UTF8.GetByteCount(json) > 0;
    }
}
