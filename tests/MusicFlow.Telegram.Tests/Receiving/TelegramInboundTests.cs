using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram.Tests.Receiving;

/// <summary>What updates mean.</summary>
public sealed class TelegramInboundTests
{
    static readonly TelegramUser Bot = new(42, true, "MusicFlow") { Username = "MusicFlowBot" };
    static readonly TelegramUser Ada = new(7, false, "Ada") { LastName = "Lovelace", LanguageCode = "de-AT" };
    static readonly TelegramChat Private = new(7, "private");
    static readonly TelegramChat Group = new(-100, "supergroup") { Title = "Listeners" };

    [Fact]
    public void A_private_text_is_said_by_its_sender()
    {
        var said = Assert.IsType<TelegramEvent.Said>(Translate(new(5, 1, Private) { From = Ada, Text = "hello" }));

        Assert.Equal((new ChatAddress("telegram", "7"), "hello", true, "de-AT", "MusicFlowBot"), (said.Message.Chat, said.Message.Text, said.Message.IsPrivate, said.Message.Locale, said.Message.BotName));
        Assert.Equal((new PersonId("telegram", "7"), "Ada Lovelace", 5L), (said.Message.Caller.Id, said.Message.Caller.Name, said.MessageId));
    }

    [Theory]
    [InlineData(17L, true, "17")]
    [InlineData(1L, true, null)]
    [InlineData(17L, false, null)]
    public void A_topic_is_part_of_the_address_but_general_and_reply_threads_are_not(long thread, bool isTopic, string? topic)
    {
        var said = Assert.IsType<TelegramEvent.Said>(Translate(new(5, 1, Group) { From = Ada, Text = "/x", MessageThreadId = thread, IsTopicMessage = isTopic }));

        Assert.Equal(new ChatAddress("telegram", "-100", topic), said.Message.Chat);
    }

    [Fact]
    public void A_reply_brings_the_text_it_replies_to_but_a_topic_is_no_reply()
    {
        var photo = new TelegramMessage(3, 1, Group) { Caption = "song" };

        Assert.Equal("song", Replied(new(5, 1, Group) { From = Ada, Text = "/predict", ReplyToMessage = photo }));
        Assert.Equal("part", Replied(new(5, 1, Group) { From = Ada, Text = "/predict", ReplyToMessage = photo, Quote = new("part") }));
        Assert.Null(Replied(new(5, 1, Group) { From = Ada, Text = "/predict", ReplyToMessage = photo with { ForumTopicCreated = new() } }));
    }

    [Fact]
    public void An_anonymous_administrator_speaks_as_the_group()
    {
        var said = Assert.IsType<TelegramEvent.Said>(Translate(new(5, 1, Group) { From = new(1_087_968_824, true, "Group"), SenderChat = Group, Text = "/settings" }));

        Assert.Equal((true, false, "-100"), (said.Message.Caller.IsAdministrator, said.Message.Caller.IsBot, said.Message.Caller.Id.Id));
    }

    [Fact]
    public void Messages_without_text_without_sender_or_through_the_bot_itself_concern_nobody()
    {
        Assert.Null(Translate(new(5, 1, Private) { From = Ada }));
        Assert.Null(Translate(new(5, 1, Group) { Text = "channel post" }));
        Assert.Null(Translate(new(5, 1, Group) { From = Ada, Text = "card", ViaBot = Bot }));
        Assert.Null(TelegramInbound.Translate(new Update(1), Bot));
        Assert.Null(TelegramInbound.Translate(new Update(1) { CallbackQuery = new("q", Ada, "-1") }, Bot));
    }

    [Fact]
    public void Migrations_and_memberships_are_told()
    {
        Assert.Equal(new TelegramEvent.Moved(-5, -100), Translate(new(5, 1, new(-5, "group")) { MigrateToChatId = -100 }));
        Assert.Equal(new TelegramEvent.Moved(-5, -100), Translate(new(5, 1, Group) { MigrateFromChatId = -5 }));
        Assert.Equal(
            new TelegramEvent.Membership(new ChatAddress("telegram", "7"), IsGone: true),
            TelegramInbound.Translate(new Update(1) { MyChatMember = new(Private, Ada, new("kicked", Bot)) }, Bot));
    }

    [Fact]
    public void A_press_is_the_buttons_command_and_knows_its_message()
    {
        var text = Press(new CallbackQuery("q", Ada, "-9") { Data = "/why 1", Message = new(5, 1, Group) });
        var photo = Press(new CallbackQuery("q", Ada, "-9") { Data = "/why 1", Message = new(5, 1, Group) { Photo = [new("f", 1, 1)] } });
        var gone = Press(new CallbackQuery("q", Ada, "-9") { Data = "/why 1", Message = new(5, 0, Group) });
        var inline = Press(new CallbackQuery("q", Ada, "-9") { Data = "/why 1", InlineMessageId = "i1" });

        Assert.Equal(("/why 1", true, false), (text.Message.Text, text.Message.IsPress, text.Message.IsPrivate));
        Assert.Equal(new[] { "5", "5p", null, "inline:i1" }, new[] { text.Source?.MessageId, photo.Source?.MessageId, gone.Source?.MessageId, inline.Source?.MessageId });
        Assert.Equal(new ChatAddress("telegram", "inline-9"), inline.Message.Chat);
    }

    [Fact]
    public void Message_ids_are_read_as_they_were_written_and_nothing_else_is()
    {
        foreach (var text in new[] { "5", "5p", "inline:AAA p" }) Assert.Equal(text, TelegramMessageId.Parse(text).ToString());
        foreach (var text in new[] { "", "p", "-5", "5x", "+5" }) Assert.Throws<ArgumentException>(() => TelegramMessageId.Parse(text));
    }

    static TelegramEvent? Translate(TelegramMessage message) => TelegramInbound.Translate(new Update(1) { Message = message }, Bot);

    static string? Replied(TelegramMessage message) => Assert.IsType<TelegramEvent.Said>(Translate(message)).Message.RepliedText;

    static TelegramEvent.Pressed Press(CallbackQuery query) => Assert.IsType<TelegramEvent.Pressed>(TelegramInbound.Translate(new Update(1) { CallbackQuery = query }, Bot));
}
