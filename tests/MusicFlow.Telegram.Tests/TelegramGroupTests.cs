using MusicFlow.Chat;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests;

/// <summary>Who sees what in a group, and who may do what.</summary>
public sealed class TelegramGroupTests
{
    const long Group = -1_001_234_567_890;

    static readonly Reply Ask = Reply.Say("Your vote?") with { Buttons = [new("More", "/test more")] };

    [Fact]
    public async Task A_private_answer_to_a_press_is_a_note_to_the_presser()
    {
        await using var bot = await TelegramConversationTests.StartAsync((call, _) => Task.FromResult(call.Text == "more" ? Reply.Say("Your vote counts") with { IsPrivate = true } : Ask));

        bot.People.Say("/test", chat: Group);
        await bot.Telegram.CallAsync("sendMessage");
        bot.People.Press(Group, 2, "More");
        var note = await bot.Telegram.CallAsync("answerCallbackQuery");

        Assert.Equal(("Your vote counts", true), (note.Text("text"), note.Flag("show_alert")));
        Assert.Equal(2, bot.People.Messages(Group).Count);
    }

    [Fact]
    public async Task A_private_answer_in_a_group_is_seen_by_the_asker_only()
    {
        await using var bot = await TelegramConversationTests.StartAsync((_, _) => Task.FromResult(Reply.Say("Secret") with { IsPrivate = true }));

        bot.People.Say("/test", chat: Group);
        var sent = await bot.Telegram.CallAsync("sendMessage");

        Assert.Equal(bot.People.Ada.Id, (long)sent.Body["ephemeral_message_parameters"]!["receiver_user_id"]!);
        Assert.Single(bot.People.Messages(Group));
    }

    [Theory]
    [InlineData(ReplyKind.Answered, true, "Secret")]
    [InlineData(ReplyKind.Answered, false, "https://t.me/MusicFlowBot")]
    [InlineData(ReplyKind.NotFound, false, "Secret")]
    public async Task Where_nothing_can_be_private_personal_things_go_to_the_private_chat_and_errors_to_the_group(ReplyKind kind, bool isOpen, string told)
    {
        await using var bot = await TelegramConversationTests.StartAsync((_, _) => Task.FromResult(Reply.Say("Secret") with { IsPrivate = true, Kind = kind }), new EmulatorSettings { RefusesEphemeral = true });
        if (isOpen) bot.People.Chat(bot.People.Ada.Id);

        bot.People.Say("/test", chat: Group);
        var last = await bot.Telegram.CallAsync("sendMessage", isOpen || kind == ReplyKind.NotFound ? 2 : 3);

        Assert.Equal(isOpen ? bot.People.Ada.Id : Group, last.Number("chat_id"));
        Assert.Contains(told, last.Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_administrators_are_known_as_such()
    {
        var roles = new List<bool>();
        await using var bot = await TelegramConversationTests.StartAsync((call, _) =>
        {
            roles.Add(call.Caller.IsAdministrator);
            return Task.FromResult(Reply.Say("ok"));
        });
        bot.People.Chat(Group).Administrators.Add(1);

        bot.People.Say("/test", new EmulatedUser(1), Group);
        await bot.Telegram.CallAsync("sendMessage");
        bot.People.Say("/test", new EmulatedUser(2), Group);
        await bot.Telegram.CallAsync("sendMessage", 2);
        bot.People.Say("/test", new EmulatedUser(1), Group);
        await bot.Telegram.CallAsync("sendMessage", 3);

        Assert.Equal([true, false, true], roles);
        Assert.Equal(2, bot.Telegram.Calls.Count(call => call.Method == "getChatMember"));
    }
}
