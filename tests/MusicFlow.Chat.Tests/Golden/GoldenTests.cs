using System.Text;

namespace MusicFlow.Chat.Tests.Golden;

/// <summary>Every card in every language, word for word.</summary>
public sealed class GoldenTests
{
    /// <summary>Name of the card, what is said before it, and what it answers.</summary>
    static readonly (string Name, string[] Before, string Text)[] Cards =
    [
        ("predict", [], "Glass Harbour - The Paper Lanterns"),
        ("predict-bare", [], "Untold Story - Nobody Knows"),
        ("predict-japanese", [], "夜に駆ける - YOASOBI"),
        ("predict-several", [], "Morning Light"),
        ("predict-none", [], "Something Else Entirely - Nobody Else"),
        ("predict-empty", [], "/predict"),
        ("predict-link", [], "https://open.spotify.com/track/6habFhsOp2NvshLv26DqMb"),
        ("predict-no-track", [], "https://open.spotify.com/album/6habFhsOp2NvshLv26DqMb"),
        ("pick", ["Morning Light"], "/pick t:4"),
        ("pick-gone", [], "/pick t:99"),
        ("wrong", ["Morning Light - Alder"], "/wrong t:3"),
        ("why", ["Glass Harbour - The Paper Lanterns"], "/why"),
        ("why-bare", [], "/why t:2"),
        ("features", [], "/features Glass Harbour - The Paper Lanterns"),
        ("features-bare", [], "/features t:2"),
        ("features-raw", [], "/features t:5 --raw"),
        ("top", ["t:1", "t:3", "t:5"], "/top"),
        ("top-empty", [], "/top"),
        ("top-reset", ["t:1"], "/top reset"),
        ("top-reset-yes", ["t:1"], "/top reset yes"),
        ("help", [], "/help"),
        ("help-features", [], "/help features"),
        ("start", [], "/start"),
        ("about", [], "/about"),
        ("health", [], "/health"),
        ("settings", [], "/settings"),
        ("settings-wrong", [], "/settings language xx"),
        ("privacy", [], "/privacy"),
        ("privacy-forget", [], "/privacy forget"),
        ("privacy-forget-yes", ["t:1"], "/privacy forget yes"),
        ("unknown-command", [], "/predikt"),
    ];

    public static TheoryData<string, string> Names => [.. Cards.SelectMany(card => new[] { "en", "de" }.Select(language => (card.Name, language)))];

    [Theory]
    [InlineData("terminal")]
    [InlineData("web")]
    [InlineData("discord")]
    [InlineData("telegram")]
    public async Task Every_platform_gets_the_same_replies(string platform)
    {
        foreach (var (name, before, text) in Cards)
        {
            await using var chat = new Conversation();
            Reply? reply = null;
            foreach (var said in before.Append(text))
                reply = await chat.RunAsync(Conversation.Private(said) with { Chat = new(platform, "1"), Caller = new Caller(new(platform, "2"), "Somebody") { IsAdministrator = true } });

            GoldenReply.Matches($"{name}.en", reply!);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_says(string name, string language)
    {
        await using var chat = new Conversation();
        var (_, before, text) = Cards.Single(card => card.Name == name);
        foreach (var earlier in before) await chat.SayAsync(earlier, locale: language);

        var reply = await chat.SayAsync(text, locale: language);

        Assert.All(reply.Buttons, button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Command), 1, Button.MostBytes));
        Assert.All(reply.Buttons, button => Assert.InRange(button.Label.Length, 1, Button.LongestLabel));
        Assert.All(reply.Blocks.OfType<Block.Picture>(), picture => Assert.InRange(picture.AltText.Length, 1, 1024));
        GoldenReply.Matches($"{name}.{language}", reply);
    }
}
