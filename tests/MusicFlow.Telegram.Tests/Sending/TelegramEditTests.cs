using MusicFlow.Chat;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Sending;

/// <summary>How messages change.</summary>
public sealed class TelegramEditTests
{
    const long Ada = 4711;

    static readonly Reply Card = new([new Block.Title("Card"), new Block.Picture(SomePng.Of(), 8, 8, "A red square")]);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_looks_like_that_already_is_as_good_as_edited()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var sender = TelegramDeliveryTests.Sender(telegram);
        var message = await sender.SendAsync(TelegramDeliveryTests.At(telegram, Ada), Reply.Say("x"), Stop);

        await sender.EditNowAsync(message, Reply.Say("x"), Stop);

        Assert.StartsWith("Bad Request: message is not modified", telegram.Calls[1].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_an_edit_gave_a_picture_is_edited_on_under_its_old_address()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var sender = TelegramDeliveryTests.Sender(telegram);
        var message = await sender.SendAsync(TelegramDeliveryTests.At(telegram, Ada), Reply.Say("x"), Stop);

        await sender.EditNowAsync(message, Card, Stop);
        await sender.EditNowAsync(message, Reply.Say("closed"), Stop);

        Assert.Equal("closed", (string)telegram.People.Messages(Ada)[0]["caption"]!);
    }

    [Fact]
    public async Task Edits_are_drawn_together_and_the_last_one_always_arrives()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var sender = TelegramDeliveryTests.Sender(telegram);
        var message = await sender.SendAsync(TelegramDeliveryTests.At(telegram, Ada), Reply.Say("0"), Stop);
        telegram.Faults.Plan("editMessageText", Fault.TooMany(1));

        await Task.WhenAll(Enumerable.Range(1, 50).Select(at => sender.EditAsync(message, Reply.Say($"{at}"), Stop)));

        Assert.Equal("50", (string)telegram.People.Messages(Ada)[0]["text"]!);
        Assert.True(telegram.Calls.Count(call => call.Method == "editMessageText") <= 3);
    }

    [Fact]
    public async Task An_edit_of_a_message_that_is_gone_is_told()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        await Assert.ThrowsAsync<ReplyNotSentException>(() => TelegramDeliveryTests.Sender(telegram).EditAsync(new MessageAddress(TelegramDeliveryTests.At(telegram, Ada), "77"), Reply.Say("x"), Stop));
    }
}
