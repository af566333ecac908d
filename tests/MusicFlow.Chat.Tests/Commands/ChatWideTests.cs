using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Tests.Commands;

/// <summary>What concerns a whole chat is its administrators'; what concerns a person is their own.</summary>
public sealed class ChatWideTests
{
    static readonly Caller Administrator = Conversation.Bob with { IsAdministrator = true };

    [Theory]
    [InlineData("/top reset")]
    [InlineData("/top reset yes")]
    [InlineData("/settings language de")]
    [InlineData("/settings quiet on")]
    public async Task In_a_group_only_administrators_change_things(string text)
    {
        await using var chat = new Conversation();
        await chat.SayAsync("/predict t:1");

        var refused = await chat.RunAsync(Conversation.Group(text));
        var done = await chat.RunAsync(Conversation.Group(text, Administrator));

        Assert.Equal((ReplyKind.Refused, true), (refused!.Kind, refused.IsPrivate));
        Assert.Equal(ReplyKind.Answered, done!.Kind);
    }

    [Fact]
    public async Task A_reset_asks_first_and_then_empties_this_chats_list_only()
    {
        await using var chat = new Conversation();
        await chat.SayAsync("/predict t:1");
        await chat.RunAsync(Conversation.Private("/predict t:3") with { Chat = new ChatAddress("test", "other") });

        var asked = await chat.SayAsync("/top reset");
        var before = await chat.SayAsync("/top");
        var done = await chat.PressAsync(asked.Buttons[0].Command, Administrator);

        Assert.Equal(ReplyKind.Answered, before.Kind);
        Assert.True(done.ReplacesSource);
        Assert.Equal(ReplyKind.NotFound, (await chat.SayAsync("/top")).Kind);
        Assert.Single(await chat.Top.GetAsync(new ChatAddress("test", "other"), 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_list_holds_each_song_once_the_best_first()
    {
        await using var chat = new Conversation();
        foreach (var song in new[] { "t:3", "t:1", "t:3" }) await chat.SayAsync($"/predict {song}");

        var lines = Assert.Single((await chat.SayAsync("/top")).Blocks.OfType<Block.Lines>());

        Assert.Equal(2, lines.Items.Count);
        Assert.StartsWith("Glass Harbour", lines.Items[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chats_language_beats_that_of_the_caller_until_it_is_automatic_again()
    {
        await using var chat = new Conversation();

        var changed = await chat.PressAsync("/settings language de", Administrator);
        var german = await chat.SayAsync("/start", locale: "en-GB");
        await chat.SayAsync("/settings language auto");
        var english = await chat.SayAsync("/start", locale: "en-GB");

        Assert.True(changed.ReplacesSource);
        Assert.Contains(changed.Blocks, block => block is Block.Title { Value: "Einstellungen dieses Chats" });
        Assert.Contains(german.Blocks, block => block is Block.Title { Value: "Hi, ich bin MusicFlow!" });
        Assert.Contains(english.Blocks, block => block is Block.Title { Value: "Hi, I'm MusicFlow!" });
    }

    [Fact]
    public async Task Who_may_not_change_settings_sees_them_without_buttons()
    {
        await using var chat = new Conversation();

        var reply = await chat.RunAsync(Conversation.Group("/settings"));

        Assert.Empty(reply!.Buttons);
    }

    [Fact]
    public async Task Forgetting_takes_two_steps_and_takes_everything_of_the_caller_and_nothing_of_others()
    {
        await using var chat = new Conversation();
        foreach (var caller in new[] { Conversation.Alice, Conversation.Bob })
        {
            await chat.SayAsync("morning light", caller);
            await chat.SayAsync("/pick t:3", caller);
        }

        var asked = await chat.SayAsync("/privacy forget");
        var done = await chat.PressAsync(asked.Buttons[0].Command);

        Assert.Contains("2 entries", Assert.IsType<Block.Text>(done.Blocks[0]).Value, StringComparison.Ordinal);
        Assert.Equal(ReplyKind.Usage, (await chat.SayAsync("/why")).Kind);
        Assert.Equal(ReplyKind.Ambiguous, (await chat.SayAsync("morning light")).Kind);
        Assert.Equal(ReplyKind.Answered, (await chat.SayAsync("morning light", Conversation.Bob)).Kind);
    }

    [Fact]
    public async Task Health_counts_the_time_since_the_start()
    {
        await using var chat = new Conversation();
        chat.Time.Advance(TimeSpan.FromHours(49));

        var reply = await chat.SayAsync("/health");

        Assert.Contains(reply.Blocks, block => block is Block.Field { Value: "2 d 1 h 1 min" });
    }
}
