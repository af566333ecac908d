using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Sending;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Sending;

/// <summary>What is done when Telegram does not take a message as it is.</summary>
public sealed class TelegramDeliveryTests
{
    const long Ada = 4711;
    const long Group = -100;

    static readonly Reply Card = new([new Block.Title("Card"), new Block.Picture(SomePng.Of(), 8, 8, "A red square") { Url = new Uri("https://example.org/cover.png") }]);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_fetched_by_address_where_telegram_can()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.Addresses.Add("https://example.org/cover.png");

        await Sender(telegram).SendAsync(At(telegram, Ada), Card, Stop);

        Assert.Equal("https://example.org/cover.png", Assert.Single(telegram.Calls).Text("photo"));
    }

    [Fact]
    public async Task An_address_that_telegram_refuses_is_sent_as_an_upload_and_then_by_its_id()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var sender = Sender(telegram);

        var first = await sender.SendAsync(At(telegram, Ada), Card, Stop);
        await sender.SendAsync(At(telegram, Ada), Card, Stop);

        Assert.Equal("1p", first.MessageId);
        Assert.Equal(["Bad Request: failed to get HTTP URL content", null, null], telegram.Calls.Select(call => call.Refusal));
        Assert.Equal([0, 1, 0], telegram.Calls.Select(call => call.Files.Count));
    }

    [Fact]
    public async Task An_id_that_telegram_forgot_is_uploaded_again()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var sender = Sender(telegram);
        await sender.SendAsync(At(telegram, Ada), Card, Stop);
        telegram.Faults.Plan("sendPhoto", Fault.Refuse(400, "Bad Request: wrong file identifier/HTTP URL specified"));

        await sender.SendAsync(At(telegram, Ada), Card, Stop);

        Assert.Single(telegram.Calls[^1].Files);
    }

    [Fact]
    public async Task A_picture_that_telegram_cannot_read_leaves_the_text()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        await Sender(telegram).SendAsync(At(telegram, Ada), new([new Block.Title("Card"), new Block.Picture(new byte[] { 1, 2, 3 }, 8, 8, "alt")]), Stop);

        Assert.Equal("Card\n\nalt", (string)telegram.People.Messages(Ada)[0]["text"]!);
    }

    [Fact]
    public async Task Markup_that_telegram_cannot_read_is_sent_plain()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.Faults.Plan("sendMessage", Fault.Refuse(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0"));

        await Sender(telegram).SendAsync(At(telegram, Ada), new([new Block.Title("a < b")]), Stop);

        Assert.Equal(("a < b", null), (telegram.Calls[1].Text("text"), telegram.Calls[1].Text("parse_mode")));
    }

    [Fact]
    public async Task A_topic_that_is_gone_and_a_question_that_is_gone_do_not_stop_the_answer()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Group);
        telegram.Faults.Plan("sendMessage", Fault.Refuse(400, "Bad Request: message to be replied not found"));

        await Sender(telegram).SendAsync(new ChatAddress("telegram", "-100", "17"), new Destination(Group, 17) { ReplyTo = 3 }, Reply.Say("x"), Stop);

        Assert.Equal(3, telegram.Calls.Count);
        Assert.Equal((null, null), (telegram.Calls[2].Number("message_thread_id"), telegram.Calls[2].Body["reply_parameters"]));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_followed_and_remembered()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(-5).MovedTo = Group;
        telegram.People.Chat(Group);
        var sender = Sender(telegram);

        await sender.SendAsync(new ChatAddress("telegram", "-5"), Reply.Say("x"), Stop);
        await sender.SendAsync(new ChatAddress("telegram", "-5"), Reply.Say("y"), Stop);

        Assert.Equal([-5L, Group, Group], telegram.Calls.Select(call => call.Number("chat_id")!.Value));
    }

    [Theory]
    [InlineData("bot was blocked by the user")]
    [InlineData("user is deactivated")]
    [InlineData("bot was kicked from the supergroup chat")]
    public async Task A_closed_chat_is_told_as_such(string reason)
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Ada).ClosedBecause = reason;

        var failure = await Assert.ThrowsAsync<ReplyNotSentException>(() => Sender(telegram).SendAsync(At(telegram, Ada), Reply.Say("x"), Stop));

        Assert.True(failure.IsChatGone);
        Assert.Single(telegram.Calls);
    }

    internal static ChatAddress At(TelegramEmulator telegram, long chat)
    {
        telegram.People.Chat(chat);
        return new ChatAddress("telegram", $"{chat}");
    }

    internal static TelegramSender Sender(TelegramEmulator telegram)
    {
        var client = new TelegramClient(TelegramHttp.Create(new TelegramOptions { Token = telegram.Token, BaseAddress = telegram.BaseAddress }, TimeProvider.System));
        return new TelegramSender(new TelegramDelivery(client, new PhotoShelf(), new MovedChats()), TimeProvider.System);
    }
}
