using System.Text;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Protocol;

/// <summary>Each call of the client against the emulator, and what goes wrong on the way.</summary>
public sealed class TelegramClientTests
{
    const long Chat = 4711;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_who_the_bot_is()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        var bot = await Client(telegram).GetMeAsync(Stop);

        Assert.Equal(("MusicFlowBot", true, true), (bot.Username, bot.IsBot, bot.SupportsInlineQueries));
    }

    [Fact]
    public async Task Sends_letters_of_all_scripts_as_they_are()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        const string Text = "夜に駆ける “quoted” & 👩‍👩‍👧 \u0000 \ud83d!";

        await Client(telegram).SendMessageAsync(new SendMessage(Chat, Text), Stop);

        Assert.Equal("夜に駆ける “quoted” & 👩‍👩‍👧 \u0000 �!", telegram.Calls[0].Text("text"));
    }

    [Fact]
    public async Task Uploads_a_photo_once_and_sends_it_again_by_its_id()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        var client = Client(telegram);

        var sent = await client.SendPhotoAsync(new SendPhoto(Chat, InputFile.Upload(SomePng.Of(30, 40))) { Caption = "<b>ä</b>", ParseMode = "HTML", ReplyMarkup = new([[new("a") { CallbackData = "/a" }]]) }, Stop);
        var again = await client.SendPhotoAsync(new SendPhoto(Chat, InputFile.Known(sent.Photo![^1].FileId)), Stop);

        Assert.Equal((30, 40, "ä"), (sent.Photo[^1].Width, sent.Photo[^1].Height, sent.Caption));
        Assert.Equal(SomePng.Of(30, 40), telegram.Calls[0].Files["photo"]);
        Assert.NotNull(again.Photo);
    }

    [Fact]
    public async Task A_refusal_carries_code_words_and_advice()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(-5).MovedTo = -1_000_000_000_005;

        var moved = await Assert.ThrowsAsync<TelegramApiException>(() => Client(telegram).SendMessageAsync(new SendMessage(-5, "x"), Stop));
        var unknown = await Assert.ThrowsAsync<TelegramApiException>(() => Client(telegram).SendMessageAsync(new SendMessage(77, "x"), Stop));

        Assert.Equal((400, -1_000_000_000_005), (moved.Code, moved.MigrateToChatId!.Value));
        Assert.True(unknown.Says("Chat Not Found") && unknown.IsChatGone);
        Assert.Equal("Telegram refused sendMessage (400): Bad Request: chat not found", unknown.Message);
    }

    [Fact]
    public async Task A_long_wait_is_told_and_not_waited_for()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        telegram.Faults.Plan("sendMessage", Fault.TooMany(3600));

        var refused = await Assert.ThrowsAsync<TelegramApiException>(() => Client(telegram).SendMessageAsync(new SendMessage(Chat, "x"), Stop));

        Assert.Equal((429, TimeSpan.FromHours(1)), (refused.Code, refused.RetryAfter!.Value));
    }

    [Theory]
    [InlineData("1:wrong", 401)]
    [InlineData("nonsense", 404)]
    public async Task A_wrong_token_is_refused(string token, int code)
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        var refused = await Assert.ThrowsAsync<TelegramApiException>(() => Client(telegram, token).GetMeAsync(Stop));

        Assert.Equal((code, true), (refused.Code, refused.IsTokenRefused));
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_a_refusal_with_its_status()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        telegram.Faults.Plan("sendMessage", new Fault.Page(502));

        var refused = await Assert.ThrowsAsync<TelegramApiException>(() => Client(telegram).SendMessageAsync(new SendMessage(Chat, "x"), Stop));

        Assert.Equal((502, 1), (refused.Code, telegram.Calls.Count));
    }

    [Fact]
    public async Task A_cut_connection_repeats_an_edit_but_never_a_message()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        var client = Client(telegram);
        var message = await client.SendMessageAsync(new SendMessage(Chat, "x"), Stop);
        telegram.Faults.Plan("editMessageText", new Fault.Cut(IsDone: false));
        telegram.Faults.Plan("sendMessage", new Fault.Cut(IsDone: true));

        await client.EditMessageTextAsync(new EditMessageText("y") { ChatId = Chat, MessageId = message.MessageId }, Stop);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendMessageAsync(new SendMessage(Chat, "z"), Stop));

        Assert.Equal(["y", "z"], telegram.People.Messages(Chat).Select(some => (string)some["text"]!));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_timeout_and_a_stop_is_a_stop()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(Chat);
        telegram.Faults.Plan("sendMessage", new Fault.Late(TimeSpan.FromSeconds(30)), new Fault.Late(TimeSpan.FromSeconds(30)));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAsync<TimeoutException>(() => Client(telegram, timeout: TimeSpan.FromMilliseconds(100)).SendMessageAsync(new SendMessage(Chat, "x"), Stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(telegram).SendMessageAsync(new SendMessage(Chat, "x"), stop.Token));
    }

    [Fact]
    public async Task Downloads_a_file_and_no_more_than_telegram_gives()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var client = Client(telegram);
        var small = telegram.People.Upload("history 1.zip", Encoding.UTF8.GetBytes("plays"));
        var large = telegram.People.Upload("large.zip", new byte[TelegramClient.LargestDownload + 1]);

        var file = await client.GetFileAsync(new GetFile(small), Stop);
        using var reader = new StreamReader(await client.DownloadAsync(file.FilePath!, Stop));
        var text = await reader.ReadToEndAsync(Stop);
        var refused = await Assert.ThrowsAsync<TelegramApiException>(() => client.GetFileAsync(new GetFile(large), Stop));

        Assert.Equal("plays", text);
        Assert.True(refused.Says("file is too big"));
        await Assert.ThrowsAsync<TelegramApiException>(() => client.DownloadAsync("../../etc/passwd", Stop));
    }

    [Fact]
    public async Task An_update_that_cannot_be_read_does_not_hide_the_next()
    {
        await using var telegram = await TelegramEmulator.StartAsync(new EmulatorSettings { HasShapes = false });
        telegram.People.Tell(new() { ["message"] = "nonsense" });
        telegram.People.Tell(new() { ["new_kind_of_2031"] = new System.Text.Json.Nodes.JsonObject() });
        telegram.People.Say("hello");

        var updates = await Client(telegram).GetUpdatesAsync(new GetUpdates(0, ["message"]), Stop);

        Assert.Equal([null, null, "hello"], updates.Select(update => update.Message?.Text));
        Assert.All(updates, update => Assert.True(update.UpdateId > 0));
    }

    static TelegramClient Client(TelegramEmulator telegram, string? token = null, TimeSpan? timeout = null) => new(TelegramHttp.Create(
        new TelegramOptions { Token = token ?? telegram.Token, BaseAddress = telegram.BaseAddress, RequestTimeout = timeout ?? TimeSpan.FromSeconds(20) }, TimeProvider.System));
}
