using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Emulator;

/// <summary>The emulator as any client meets it.</summary>
public sealed class TelegramEmulatorTests : IDisposable
{
    readonly HttpClient http = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"<b>hi</b>","parse_mode":"HTML"}""", 200, null)]
    [InlineData("SENDMESSAGE", """{"chat_id":"4711","text":"hi"}""", 200, null)]
    [InlineData("sendMessage", """{"chat_id":1,"text":"hi"}""", 400, "Bad Request: chat not found")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":" \n "}""", 400, "Bad Request: message text is empty")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"x","message_thread_id":5}""", 400, "Bad Request: message thread not found")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"x","reply_parameters":{"message_id":99}}""", 400, "Bad Request: message to be replied not found")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":7}""", 400, "Bad Request: emulator: SendMessageParams.text is no string")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"x","disable_web_page_preview":true}""", 400, "Bad Request: emulator: SendMessageParams.disable_web_page_preview is unknown")]
    [InlineData("sendMessage", """{"chat_id":4711}""", 400, "Bad Request: emulator: SendMessageParams.text is missing")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b"}]]}}""", 400, "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("sendMessage", """{"chat_id":4711,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"b","callback_data":"äääääääääääääääääääääääääääääääää"}]]}}""", 400, "Bad Request: BUTTON_DATA_INVALID")]
    [InlineData("sendPhoto", """{"chat_id":4711,"photo":"https://example.org/a.png"}""", 400, "Bad Request: failed to get HTTP URL content")]
    [InlineData("sendPhoto", """{"chat_id":4711,"photo":"nonsense"}""", 400, "Bad Request: wrong file identifier/HTTP URL specified")]
    [InlineData("editMessageText", """{"chat_id":4711,"message_id":99,"text":"x"}""", 400, "Bad Request: message to edit not found")]
    [InlineData("editMessageText", """{"chat_id":4711,"message_id":1,"text":"x"}""", 400, "Bad Request: message can't be edited")]
    [InlineData("answerCallbackQuery", """{"callback_query_id":"1"}""", 400, "Bad Request: query is too old and response timeout expired or query ID is invalid")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Bad","description":"x"}]}""", 400, "Bad Request: BOT_COMMAND_INVALID")]
    [InlineData("setWebhook", """{"url":"http://example.org/"}""", 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("setWebhook", """{"url":"https://example.org:444/"}""", 400, "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("setWebhook", """{"url":"https://example.org/","secret_token":"a b"}""", 400, "Bad Request: secret token contains unallowed characters")]
    [InlineData("getFile", """{"file_id":"x"}""", 400, "Bad Request: invalid file_id")]
    [InlineData("makeCoffee", "{}", 404, "Not Found")]
    public async Task Takes_and_refuses_as_the_service_does(string method, string body, int status, string? refusal)
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Say("hello");

        var answer = await CallAsync(telegram, method, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal((status, refusal), (status == 200 ? 200 : (int)answer["error_code"]!, (string?)answer["description"]));
    }

    [Fact]
    public async Task Texts_are_measured_after_parsing_in_utf16_units()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(1);

        var fits = await CallAsync(telegram, "sendMessage", Json(new { chat_id = 1, text = $"<b>{new string('x', 4096)}</b>", parse_mode = "HTML" }));
        var tooLong = await CallAsync(telegram, "sendMessage", Json(new { chat_id = 1, text = string.Concat(Enumerable.Repeat("😍", 2049)) }));

        Assert.True((bool)fits["ok"]!);
        Assert.Equal("Bad Request: message is too long", (string)tooLong["description"]!);
    }

    [Theory]
    [InlineData(6000, 5000, "Bad Request: PHOTO_INVALID_DIMENSIONS")]
    [InlineData(2100, 100, "Bad Request: PHOTO_INVALID_DIMENSIONS")]
    [InlineData(2000, 100, null)]
    public async Task Photos_have_a_largest_size(int width, int height, string? refusal)
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Chat(1);
        using var form = new MultipartFormDataContent { { new StringContent("1"), "chat_id" }, { new ByteArrayContent(SomePng.Of(width, height)), "photo", "a.png" } };

        var answer = await CallAsync(telegram, "sendPhoto", form);

        Assert.Equal(refusal, (string?)answer["description"]);
    }

    [Fact]
    public async Task A_second_reader_ends_the_first_and_a_webhook_ends_both()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        var first = CallAsync(telegram, "getUpdates", Json(new { timeout = 30 }));
        await Task.Delay(100, Stop);
        var second = CallAsync(telegram, "getUpdates", Json(new { timeout = 30 }));
        var conflict = await first;
        await CallAsync(telegram, "setWebhook", Json(new { url = "https://example.org/x" }));
        var ended = await second;
        var refused = await CallAsync(telegram, "getUpdates", Json(new { }));

        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", (string)conflict["description"]!);
        Assert.Equal("Conflict: terminated by setWebhook request", (string)ended["description"]!);
        Assert.StartsWith("Conflict: can't use getUpdates method while webhook is active", (string)refused["description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offset_confirms_what_is_below_it_and_a_negative_one_keeps_the_last()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        for (var at = 0; at < 5; at++) telegram.People.Say($"{at}");

        var all = (await CallAsync(telegram, "getUpdates", Json(new { limit = 2 })))["result"]!.AsArray();
        var rest = (await CallAsync(telegram, "getUpdates", Json(new { offset = (long)all[1]!["update_id"]! + 1 })))["result"]!.AsArray();
        var last = (await CallAsync(telegram, "getUpdates", Json(new { offset = -1 })))["result"]!.AsArray();

        Assert.Equal([2, 3, 1], [all.Count, rest.Count, last.Count]);
        Assert.Equal((1, "4"), (telegram.PendingUpdates, (string)last[0]!["message"]!["text"]!));
    }

    [Fact]
    public async Task Limits_are_those_of_the_faq_and_tell_how_long_to_wait()
    {
        await using var telegram = await TelegramEmulator.StartAsync(new EmulatorSettings { HasLimits = true });
        telegram.People.Chat(1);

        for (var at = 0; at < 3; at++) await CallAsync(telegram, "sendMessage", Json(new { chat_id = 1, text = "x" }));
        using var response = await http.PostAsync(new Uri(telegram.BaseAddress, $"/bot{telegram.Token}/sendMessage"), Json(new { chat_id = 1, text = "x" }), Stop);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>(Stop);

        Assert.Equal((429, TimeSpan.FromSeconds(3)), ((int)response.StatusCode, response.Headers.RetryAfter?.Delta));
        Assert.Equal(3, (int)answer!["parameters"]!["retry_after"]!);
    }

    [Fact]
    public async Task Alone_it_is_played_by_http()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        using var said = await http.PostAsJsonAsync(new Uri(telegram.BaseAddress, "emulator/say"), new { text = "/predict x" }, Stop);
        var calls = await http.GetFromJsonAsync<JsonArray>(new Uri(telegram.BaseAddress, "emulator/calls"), Stop);

        Assert.True(said.IsSuccessStatusCode);
        Assert.Equal((1, 0), (telegram.PendingUpdates, calls!.Count));
    }

    async Task<JsonObject> CallAsync(TelegramEmulator telegram, string method, HttpContent body)
    {
        using var response = await http.PostAsync(new Uri(telegram.BaseAddress, $"/bot{telegram.Token}/{method}"), body, Stop);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    static JsonContent Json(object body) => JsonContent.Create(body);
}
