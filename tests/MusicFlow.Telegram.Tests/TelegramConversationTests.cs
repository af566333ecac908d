using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Chat;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests;

/// <summary>From what people do on Telegram to what they see, through the real pipeline.</summary>
public sealed class TelegramConversationTests
{
    const long Group = -1_001_234_567_890;

    static readonly Reply Card = new([new Block.Title("Card"), new Block.Picture(SomePng.Of(), 8, 8, "A red square")]) { Buttons = [new("More", "/test more")] };

    [Fact]
    public async Task Predict_answers_with_a_card_and_its_buttons_answer_too()
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Say("/predict Glass Harbour - The Paper Lanterns");
        var sent = await bot.Telegram.CallAsync("sendPhoto");
        var card = bot.People.Messages(bot.People.Ada.Id)[^1];
        bot.People.Press(bot.People.Ada.Id, (long)card["message_id"]!, "Why?");
        await bot.Telegram.CallAsync("answerCallbackQuery");
        var reasons = await bot.Telegram.CallAsync("sendPhoto", 2);

        Assert.Equal("HTML", sent.Text("parse_mode"));
        Assert.StartsWith("Glass Harbour", (string)card["caption"]!, StringComparison.Ordinal);
        Assert.Contains("80 % range", (string)card["caption"]!, StringComparison.Ordinal);
        Assert.Contains(card["caption_entities"]!.AsArray(), entity => (string)entity!["type"]! == "bold" && (int)entity["offset"]! == 0);
        Assert.Contains("Glass Harbour", reasons.Text("caption"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_with_a_picture_comes_as_a_photo_and_a_press_edits_it()
    {
        await using var bot = await StartAsync((call, _) => Task.FromResult(call.Text == "more" ? Reply.Say("More of it") with { ReplacesSource = true } : Card));

        bot.People.Say("/test");
        await bot.Telegram.CallAsync("sendPhoto");
        var photo = bot.People.Messages(bot.People.Ada.Id)[^1];
        bot.People.Press(bot.People.Ada.Id, (long)photo["message_id"]!, "More");
        await bot.Telegram.CallAsync("answerCallbackQuery");
        await bot.Telegram.CallAsync("editMessageCaption");

        Assert.Equal("Card\n\nA red square", (string)photo["caption"]!);
        Assert.Equal("expandable_blockquote", (string)photo["caption_entities"]![1]!["type"]!);
        Assert.Equal("More of it", (string)bot.People.Messages(bot.People.Ada.Id)[^1]["caption"]!);
    }

    [Fact]
    public async Task A_text_whose_button_leads_to_a_picture_becomes_a_photo()
    {
        await using var bot = await StartAsync((call, _) => Task.FromResult(call.Text == "more" ? Card with { ReplacesSource = true } : Reply.Say("Which one?") with { Buttons = Card.Buttons }));

        bot.People.Say("/test");
        await bot.Telegram.CallAsync("sendMessage");
        bot.People.Press(bot.People.Ada.Id, 2, "More");
        var edit = await bot.Telegram.CallAsync("editMessageMedia");

        Assert.Equal(200, edit.Status);
        Assert.NotNull(bot.People.Messages(bot.People.Ada.Id)[^1]["photo"]);
    }

    [Fact]
    public async Task An_ambiguous_song_is_a_choice_and_the_pick_takes_its_place()
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Say("Morning Light");
        await bot.Telegram.CallAsync("sendMessage");
        var choice = bot.People.Messages(bot.People.Ada.Id)[^1];
        var label = (string)choice["reply_markup"]!["inline_keyboard"]![0]![0]!["text"]!;
        bot.People.Press(bot.People.Ada.Id, (long)choice["message_id"]!, label);
        var edit = await bot.Telegram.CallAsync("editMessageMedia");

        Assert.Contains("Which one", (string)choice["text"]!, StringComparison.Ordinal);
        Assert.Equal(200, edit.Status);
        Assert.StartsWith("Morning Light", (string)bot.People.Messages(bot.People.Ada.Id)[^1]["caption"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_command_is_an_apology_with_a_reference()
    {
        await using var bot = await StartAsync((_, _) => throw new InvalidOperationException("bug"));

        bot.People.Say("/test");
        var sent = await bot.Telegram.CallAsync("sendMessage");

        Assert.Contains("reference", sent.Text("text"), StringComparison.Ordinal);
        Assert.DoesNotContain("bug", sent.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_too_fast_is_told_to_wait()
    {
        await using var bot = await TelegramBot.StartAsync(null, null, ("Chat:CommandsPerPerson", "1"));

        bot.People.Say("/help");
        await bot.Telegram.CallAsync("sendMessage");
        bot.People.Say("/help");
        var second = await bot.Telegram.CallAsync("sendMessage", 2);

        Assert.Contains("try again in", second.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_the_answer_hangs_on_the_question_in_its_topic()
    {
        await using var bot = await StartAsync();
        bot.People.Chat(Group).Topics.Add(17);

        var question = bot.People.Say("/test@MusicFlowBot hello", chat: Group, with: message => (message["message_thread_id"], message["is_topic_message"]) = (17, true));
        var sent = await bot.Telegram.CallAsync("sendMessage");

        Assert.Equal("you said hello", sent.Text("text"));
        Assert.Equal((17, question), (sent.Number("message_thread_id"), (long)sent.Body["reply_parameters"]!["message_id"]!));
    }

    [Fact]
    public async Task Commands_for_other_bots_and_talk_in_groups_are_not_answered()
    {
        await using var bot = await StartAsync();

        bot.People.Say("/test@OtherBot", chat: Group);
        bot.People.Say("nice weather", chat: Group);
        bot.People.Say("/test now", chat: Group);
        var sent = await bot.Telegram.CallAsync("sendMessage");

        Assert.Equal("you said now", sent.Text("text"));
    }

    [Fact]
    public async Task A_slow_press_stops_spinning_and_a_slow_answer_shows_typing()
    {
        var go = new TaskCompletionSource();
        await using var bot = await StartAsync(async (call, _) =>
        {
            if (call.Text != "first") await go.Task;
            return Reply.Say("done") with { Buttons = Card.Buttons };
        });
        bot.People.Say("/test first");
        await bot.Telegram.CallAsync("sendMessage");

        bot.People.Press(bot.People.Ada.Id, 2, "More");
        await bot.Telegram.CallAsync("answerCallbackQuery");
        bot.People.Say("/test slow", new EmulatedUser(99));
        await bot.Telegram.CallAsync("sendChatAction");
        var before = bot.Telegram.Calls.Count(call => call.Method == "sendMessage");
        go.SetResult();
        await bot.Telegram.CallAsync("sendMessage", 3);

        Assert.Equal(1, before);
        Assert.Single(bot.Telegram.Calls, call => call.Method == "answerCallbackQuery");
    }

    [Fact]
    public async Task A_deep_link_greets()
    {
        await using var bot = await StartAsync();

        bot.People.Say("/start inline");
        var sent = await bot.Telegram.CallAsync("sendMessage");

        Assert.Equal(200, sent.Status);
    }

    internal static Task<TelegramBot> StartAsync(Func<Chat.Commands.CommandCall, CancellationToken, Task<Reply>>? answer = null, EmulatorSettings? emulator = null, params (string, string)[] settings)
    {
        var command = new TestCommand();
        if (answer is not null) command.Answer = answer;
        return TelegramBot.StartAsync(emulator, services => services.AddSingleton(command).AddCommand<TestHandler>(), settings);
    }
}
