using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Tests.Receiving;

/// <summary>Deliveries by webhook, path by path.</summary>
public sealed class TelegramWebhookTests : IDisposable
{
    const string Header = "X-Telegram-Bot-Api-Secret-Token";

    readonly HttpClient http = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_delivered_update_is_answered_and_confirmed()
    {
        await using var bot = await StartAsync();

        bot.People.Say("/test by webhook");
        var sent = await bot.Telegram.CallAsync("sendMessage");
        while (bot.Telegram.PendingUpdates > 0) await Task.Delay(10, Stop);

        Assert.Equal("you said by webhook", sent.Text("text"));
        Assert.Equal("", (await bot.Get<TelegramClient>().GetWebhookInfoAsync(Stop)).LastErrorMessage ?? "");
        Assert.DoesNotContain(bot.Telegram.Calls, call => call.Method == "getUpdates");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("guess")]
    public async Task Nobody_but_telegram_may_deliver(string? secret)
    {
        await using var bot = await StartAsync();

        var status = await PostAsync(bot, """{"update_id":1}""", secret);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"update_id":5,"unknown_kind":{}}""", HttpStatusCode.OK)]
    [InlineData("""{"update_id":6,"message":7}""", HttpStatusCode.OK)]
    public async Task Anything_may_be_delivered(string body, HttpStatusCode status)
    {
        await using var bot = await StartAsync();

        Assert.Equal(status, await PostAsync(bot, body, Secret(bot)));
    }

    [Fact]
    public async Task What_is_too_large_is_not_read()
    {
        await using var bot = await StartAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(bot, new string(' ', (1024 * 1024) + 1), Secret(bot)));
    }

    [Fact]
    public async Task The_same_update_twice_is_answered_once()
    {
        await using var bot = await StartAsync();
        bot.People.Chat(7);
        const string Update = """{"update_id":9,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"from":{"id":7,"is_bot":false,"first_name":"A"},"text":"/test once"}}""";

        for (var time = 0; time < 3; time++) Assert.Equal(HttpStatusCode.OK, await PostAsync(bot, Update, Secret(bot)));
        await PostAsync(bot, Update.Replace("9,", "10,", StringComparison.Ordinal), Secret(bot));
        await bot.Telegram.CallAsync("sendMessage", 2);

        Assert.Equal(2, bot.Telegram.Calls.Count(call => call.Method == "sendMessage"));
    }

    [Fact]
    public async Task A_slow_answer_does_not_keep_telegram_waiting()
    {
        var go = new TaskCompletionSource();
        await using var bot = await StartAsync(async () => await go.Task);

        bot.People.Say("/test");
        while (bot.Telegram.PendingUpdates > 0) await Task.Delay(10, Stop);
        go.SetResult();

        await bot.Telegram.CallAsync("sendMessage");
    }

    /// <summary>The address of the webhook is known only when the host runs, so the bot polls first and is then told.</summary>
    static async Task<TelegramBot> StartAsync(Func<Task>? wait = null)
    {
        var port = FreePort();
        return await TelegramConversationTests.StartAsync(
            async (call, _) =>
            {
                if (wait is not null) await wait();
                return Reply.Say($"you said {call.Text}");
            },
            null,
            ("urls", $"http://127.0.0.1:{port}"),
            ("Telegram:WebhookUrl", $"http://127.0.0.1:{port}{TelegramOptions.WebhookPath}"));
    }

    static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static string Secret(TelegramBot bot) => bot.Get<IOptions<TelegramOptions>>().Value.SecretToken;

    async Task<HttpStatusCode> PostAsync(TelegramBot bot, string body, string? secret)
    {
        await bot.Telegram.CallAsync("setWebhook");
        while (!bot.IsReady) await Task.Delay(10, Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, bot.Webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null) request.Headers.TryAddWithoutValidation(Header, secret);
        using var response = await http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
