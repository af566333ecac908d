using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Chat.Tests.Commands;

public sealed class PredictTests
{
    [Fact]
    public async Task A_song_is_found_by_what_a_message_replies_to()
    {
        await using var chat = new Conversation();

        var card = await chat.RunAsync(Conversation.Group("/predict", replied: "Glass Harbour — The Paper Lanterns\n≈ 4.3 streams by a typical listener within a year"));
        var why = await chat.RunAsync(Conversation.Group("/why", replied: "  \nGlass Harbour - The Paper Lanterns"));

        Assert.Equal("Glass Harbour — The Paper Lanterns", TitleOf(card!));
        Assert.Equal("Glass Harbour — The Paper Lanterns", TitleOf(why!));
    }

    [Fact]
    public async Task A_picked_song_answers_the_same_words_next_time_in_every_chat()
    {
        await using var chat = new Conversation();
        var choice = await chat.SayAsync("morning light");
        var picked = await chat.PressAsync(choice.Buttons[0].Command);

        var again = await chat.SayAsync("Morning Light");
        var elsewhere = await chat.RunAsync(Conversation.Private("morning light") with { Chat = new ChatAddress("test", "chat-2") });
        var somebodyElse = await chat.SayAsync("morning light", Conversation.Bob);

        Assert.True(picked.ReplacesSource);
        Assert.All([again, elsewhere!], reply => Assert.Equal(TitleOf(picked), TitleOf(reply)));
        Assert.Equal(ReplyKind.Ambiguous, somebodyElse.Kind);
    }

    [Fact]
    public async Task Who_presses_on_somebody_elses_choice_gets_an_answer_and_teaches_nothing()
    {
        await using var chat = new Conversation();
        var choice = await chat.SayAsync("morning light");
        await chat.SayAsync("glass harbour - the paper lanterns", Conversation.Bob);

        var picked = await chat.PressAsync(choice.Buttons[0].Command, Conversation.Bob with { Id = new PersonId("test", "carol") });
        var asked = await chat.SayAsync("morning light");

        Assert.Equal((ReplyKind.Answered, false), (picked.Kind, picked.ReplacesSource));
        Assert.Equal(ReplyKind.Ambiguous, asked.Kind);
    }

    [Fact]
    public async Task Wrong_song_offers_others_for_the_callers_own_words_and_the_pick_is_remembered()
    {
        await using var chat = new Conversation();
        await chat.SayAsync("morning light - alder");
        await chat.SayAsync("/why t:3");

        var wrong = await chat.PressAsync("/wrong t:3");
        await chat.PressAsync(wrong.Buttons[0].Command);
        var again = await chat.SayAsync("morning light - alder");

        Assert.Equal(ReplyKind.Ambiguous, wrong.Kind);
        Assert.Equal("/pick t:4", wrong.Buttons[0].Command);
        Assert.StartsWith("Morning Light — Birch", TitleOf(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pick_whose_song_is_gone_is_asked_anew()
    {
        await using var chat = new Conversation();
        await chat.Questions.ChooseAsync(Conversation.Alice.Id, "morning light", new TrackId(99), TestContext.Current.CancellationToken);

        Assert.Equal(ReplyKind.Ambiguous, (await chat.SayAsync("morning light")).Kind);
    }

    [Theory]
    [InlineData("/pick")]
    [InlineData("/pick t:0")]
    [InlineData("/pick t:-1")]
    [InlineData("/pick t:99999999999999999999")]
    [InlineData("/wrong hello")]
    public async Task A_press_that_names_no_song_is_refused_politely(string command)
    {
        await using var chat = new Conversation();

        Assert.Equal(ReplyKind.NotFound, (await chat.PressAsync(command)).Kind);
    }

    [Fact]
    public async Task Why_and_features_without_a_song_speak_of_the_callers_last_one_in_this_chat()
    {
        await using var chat = new Conversation();
        await chat.SayAsync("glass harbour - the paper lanterns");
        await chat.SayAsync("untold story - nobody knows", Conversation.Bob);

        Assert.Equal("Glass Harbour — The Paper Lanterns", TitleOf(await chat.SayAsync("/why")));
        Assert.Equal("Untold Story — Nobody Knows", TitleOf(await chat.SayAsync("/features", Conversation.Bob)));
        Assert.Equal(ReplyKind.Usage, (await chat.RunAsync(Conversation.Private("/why") with { Chat = new ChatAddress("test", "new") }))!.Kind);
    }

    [Theory]
    [InlineData("/features t:1 --raw")]
    [InlineData("/features --raw t:1")]
    [InlineData("/features t:1 —RAW")]
    public async Task Raw_features_name_the_source_of_every_known_fact(string text)
    {
        await using var chat = new Conversation();

        var lines = Assert.Single((await chat.SayAsync(text)).Blocks.OfType<Block.Lines>());

        Assert.All(lines.Items, line => Assert.True(line.EndsWith("(test, 2020-01-01)", StringComparison.Ordinal) || line.EndsWith("unknown", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task Quiet_chats_get_no_pictures()
    {
        await using var chat = new Conversation();
        await chat.SayAsync("/settings quiet on");

        foreach (var text in new[] { "/predict t:1", "/why t:1", "/features t:1" })
            Assert.Empty((await chat.SayAsync(text)).Blocks.OfType<Block.Picture>());
    }

    [Fact]
    public async Task Every_song_of_every_script_keeps_to_the_limits_of_buttons()
    {
        var names = new[] { "x", new string('夜', 300), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 50)), new string('\u0301', 200), "ﷺ" + new string('م', 100), "A " + new string('b', 80) };
        await using var chat = new Conversation(tracks: [.. names.SelectMany(title => names.Select(artist => Some.BareTrack(title, artist)))]);

        var tracks = names.SelectMany(title => names.Select(artist => Some.BareTrack(title, artist) with { Id = new TrackId(long.MaxValue) })).ToList();

        Assert.All(Songs.SongWords.Buttons(Language.English, tracks, "features"), button =>
        {
            Assert.InRange(button.Label.Length, 1, Button.LongestLabel);
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(button.Command), 1, Button.MostBytes);
            Assert.False(char.IsHighSurrogate(button.Label[^1]));
        });
    }

    static string TitleOf(Reply reply) => Assert.Single(reply.Blocks.OfType<Block.Title>()).Value;
}
