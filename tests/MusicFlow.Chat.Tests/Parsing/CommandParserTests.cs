using MusicFlow.Chat.Parsing;

namespace MusicFlow.Chat.Tests.Parsing;

public sealed class CommandParserTests
{
    [Theory]
    [InlineData("/predict a - b", "predict", "a - b")]
    [InlineData("/PREDICT  a - b ", "predict", "a - b")]
    [InlineData("/predict@MusicFlowBot a - b", "predict", "a - b")]
    [InlineData("/predict@musicflowbot", "predict", "")]
    [InlineData("/predict\na - b", "predict", "a - b")]
    [InlineData("\u200F\uFEFF /predict a", "predict", "a")]
    [InlineData("/predict \u202Eabc\u202C", "predict", "abc")]
    public void A_slash_names_a_command(string text, string name, string rest)
    {
        foreach (var message in new[] { Conversation.Private(text), Conversation.Group(text) })
        {
            var parsed = CommandParser.Parse(message);

            Assert.Equal((name, rest), (parsed?.Name, parsed?.Text));
        }
    }

    [Theory]
    [InlineData("/predict@OtherBot a - b")]
    [InlineData("/predict@MusicFlowBot2 a - b")]
    [InlineData("/@OtherBot")]
    public void A_command_of_another_bot_is_not_ours(string text)
    {
        Assert.Null(CommandParser.Parse(Conversation.Private(text)));
        Assert.Null(CommandParser.Parse(Conversation.Group(text)));
    }

    [Theory]
    [InlineData("hello everybody")]
    [InlineData("a - b")]
    [InlineData("mail me @MusicFlowBots")]
    [InlineData("x@MusicFlowBot")]
    [InlineData("")]
    public void What_people_say_to_each_other_is_not_ours(string text) => Assert.Null(CommandParser.Parse(Conversation.Group(text)));

    [Theory]
    [InlineData("@MusicFlowBot a - b", "predict", "a - b")]
    [InlineData("@musicflowbot, a - b", "predict", "a - b")]
    [InlineData("a - b @MusicFlowBot", "predict", "a - b")]
    [InlineData("@MusicFlowBot predict a - b", "predict", "a - b")]
    [InlineData("@MusicFlowBot /why a - b", "why", "a - b")]
    [InlineData("@MusicFlowBot", "help", "")]
    [InlineData("@MusicFlowBot Help", "help", "")]
    public void A_mention_in_a_group_is_ours(string text, string name, string rest)
    {
        var parsed = CommandParser.Parse(Conversation.Group(text));

        Assert.Equal(new ParsedCommand(name, rest, IsAddressed: true), parsed);
    }

    [Fact]
    public void A_bare_mention_in_a_reply_asks_for_the_replied_song() =>
        Assert.Equal(new ParsedCommand("predict", "", IsAddressed: true), CommandParser.Parse(Conversation.Group("@MusicFlowBot", replied: "a - b")));

    [Fact]
    public void Plain_text_in_a_private_chat_is_a_song() =>
        Assert.Equal(new ParsedCommand("predict", "why - annie lennox", IsAddressed: true), CommandParser.Parse(Conversation.Private("why - annie lennox")));

    [Fact]
    public void Only_commands_that_name_this_bot_are_surely_meant_for_it_in_a_group()
    {
        Assert.False(CommandParser.Parse(Conversation.Group("/roll 6"))!.IsAddressed);
        Assert.True(CommandParser.Parse(Conversation.Group("/roll@MusicFlowBot 6"))!.IsAddressed);
        Assert.True(CommandParser.Parse(Conversation.Group("/roll 6") with { IsPress = true })!.IsAddressed);
    }

    public static TheoryData<string> HostileTexts =>
    [
        "/", "//", "/@", "/@@", "/ ", "/\0", "/\u200B", "@", "/" + new string('a', 10_000), new string('/', 10_000), new string('@', 10_000),
        string.Concat(Enumerable.Repeat("@MusicFlowBo", 1_000)), new string('\u202E', 10_000), new string((char)0xD83D, 5_000), "/predict " + new string((char)0xDC00, 5_000),
        new string('\u0301', 10_000), "/predict " + new string('夜', 10_000), "\u2028/predict\u2029", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 1_000)),
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task Hostile_texts_get_a_polite_answer_or_none(string text)
    {
        await using var chat = new Conversation();

        var inPrivate = await chat.RunAsync(Conversation.Private(text));
        var inGroup = await chat.RunAsync(Conversation.Group(text));

        Assert.All([inPrivate, inGroup], reply => Assert.True(reply?.Kind is null or ReplyKind.Usage or ReplyKind.NotFound or ReplyKind.UnknownCommand, $"{reply?.Kind}"));
        Assert.All([inPrivate, inGroup], reply => Assert.True(reply is null || reply.Blocks.OfType<Block.Text>().All(block => block.Value.Length < 300)));
    }
}
