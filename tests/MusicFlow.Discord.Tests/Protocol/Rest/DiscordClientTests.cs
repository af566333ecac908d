using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Protocol.Rest;

public sealed class DiscordClientTests
{
    static readonly OutgoingMessage Hello = new(new MessageBody { Content = "hello" }, []);

    [Fact]
    public async Task A_message_with_a_file_arrives_with_its_alternative_text()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        var body = new MessageBody { Embeds = [new Embed { Title = "Song", Image = new("attachment://card.png") }], Attachments = [new("0", "card.png", "a radar")] };

        var sent = await Client(discord, http).CreateMessageAsync("20", new(body, [new("card.png", "image/png", new byte[] { 1, 2, 3 })]), TestContext.Current.CancellationToken);

        Assert.Equal(sent.Id, discord.Messages.Single().Id);
        Assert.Equal([1, 2, 3], discord.Messages.Single().Files["card.png"]);
        Assert.Equal("a radar", (string?)discord.Requests.Single().Body!["attachments"]![0]!["description"]);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task A_refused_call_is_sent_again_after_the_time_that_Discord_names(string scope)
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        discord.Limits.RefuseNext(scope, 0.1);

        await Client(discord, http).CreateMessageAsync("20", Hello, TestContext.Current.CancellationToken);

        Assert.Equal([429, 200], discord.Requests.Select(request => request.Status));
    }

    [Fact]
    public async Task More_calls_than_a_window_holds_are_spread_without_one_refusal()
    {
        await using var discord = await DiscordEmulator.StartAsync(new DiscordEmulatorOptions { BucketLimit = 3, BucketWindow = TimeSpan.FromMilliseconds(200) });
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        var client = Client(discord, http);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => client.CreateMessageAsync("20", Hello, TestContext.Current.CancellationToken)));

        Assert.Equal(0, discord.Limits.Refusals);
        Assert.Equal(12, discord.Messages.Count);
    }

    [Fact]
    public async Task A_block_by_the_network_is_not_knocked_at_again()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        discord.Limits.RefuseNext("cloudflare", 0);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => Client(discord, http).CreateMessageAsync("20", Hello, TestContext.Current.CancellationToken));

        Assert.Equal(429, (int)refusal.Status);
        Assert.Single(discord.Requests);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(0)]
    public async Task An_idempotent_call_is_repeated_after_a_failure(int status)
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        discord.Faults.FailNext(status);

        Assert.Equal(1, (await Client(discord, http).GetGatewayBotAsync(TestContext.Current.CancellationToken)).Shards);
    }

    [Fact]
    public async Task A_post_that_may_have_been_done_is_not_repeated()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        discord.Faults.FailNext(500);

        await Assert.ThrowsAsync<DiscordApiException>(() => Client(discord, http).CreateMessageAsync("20", Hello, TestContext.Current.CancellationToken));

        Assert.Empty(discord.Messages);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task A_post_with_an_enforced_nonce_is_repeated_and_arrives_once()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        discord.Faults.FailNext(502);

        await Client(discord, http).CreateMessageAsync("20", new(Hello.Body with { Nonce = "n1", EnforceNonce = true }, []), TestContext.Current.CancellationToken);

        Assert.Single(discord.Messages);
    }

    [Fact]
    public async Task An_error_names_the_fields_that_Discord_dislikes_and_no_address()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        var tooLong = new OutgoingMessage(new MessageBody { Embeds = [new Embed { Title = new string('x', 257) }] }, []);

        var refusal = await Assert.ThrowsAsync<DiscordApiException>(() => Client(discord, http).CreateMessageAsync("20", tooLong, TestContext.Current.CancellationToken));

        Assert.Equal(50035, refusal.Code);
        Assert.Contains("embeds.0.title: BASE_TYPE_BAD_LENGTH", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_of_interactions_carry_no_authorization()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        using var http = EmulatorHttp.Http(discord, TimeProvider.System);
        var sent = await discord.SendAsync(SomeInteraction.Slash("predict", ("song", "x")));

        await Client(discord, http).AnswerAsync(new Interaction { Id = sent.Id, Token = sent.Token, ApplicationId = discord.Options.ApplicationId }, InteractionAnswer.Thinking(isEphemeral: true), TestContext.Current.CancellationToken);

        Assert.Null(discord.Requests.Single().Authorization);
        Assert.True(sent.Original!.IsEphemeral);
    }

    static DiscordClient Client(DiscordEmulator discord, HttpClient http) => new(http, discord.Options.Token);
}
