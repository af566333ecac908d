using System.Net;
using System.Text;

namespace MusicFlow.Discord.Tests;

public sealed class DiscordEndpointTests : IAsyncLifetime
{
    const string Ping = """{"type":1}""";

    readonly HttpClient http = new();
    DiscordBot bot = null!;

    Uri Endpoint => new(bot.Address, DiscordEndpoint.Path);

    public async ValueTask InitializeAsync() => bot = await DiscordBot.StartAsync(settings: new Dictionary<string, string?> { ["Discord:Mode"] = "Http" });

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_ping_is_answered_with_a_pong()
    {
        using var response = await SendAsync(bot.Discord.SignedRequest(Endpoint, Ping));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Ping, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_body_that_was_signed_is_the_body_that_counts()
    {
        var request = bot.Discord.SignedRequest(Endpoint, Ping);
        request.Content = new StringContent("""{"type":2}""", Encoding.UTF8, "application/json");

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Signature-Ed25519", null)]
    [InlineData("X-Signature-Ed25519", "")]
    [InlineData("X-Signature-Ed25519", "zz")]
    [InlineData("X-Signature-Ed25519", "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("X-Signature-Timestamp", null)]
    [InlineData("X-Signature-Timestamp", "soon")]
    [InlineData("X-Signature-Timestamp", "99999999999999999999999999")]
    public async Task Missing_or_wrong_headers_are_unauthorized(string header, string? value)
    {
        var request = bot.Discord.SignedRequest(Endpoint, Ping);
        request.Headers.Remove(header);
        if (value is not null) request.Headers.TryAddWithoutValidation(header, value);

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(-290, true)]
    [InlineData(290, true)]
    [InlineData(-320, false)]
    [InlineData(320, false)]
    public async Task A_signature_holds_for_five_minutes(int seconds, bool isGood)
    {
        var time = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

        using var response = await SendAsync(bot.Discord.SignedRequest(Endpoint, Ping, time));

        Assert.Equal(isGood ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    public async Task Signed_nonsense_is_a_bad_request(string body)
    {
        using var response = await SendAsync(bot.Discord.SignedRequest(Endpoint, body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_beyond_any_interaction_is_not_read()
    {
        using var response = await SendAsync(bot.Discord.SignedRequest(Endpoint, new string(' ', 1_100_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request) return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
