using System.Text.Json.Nodes;
using MusicFlow.Discord.Protocol.Gateway;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Protocol.Gateway;

public sealed class GatewayShardTests
{
    static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(50);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gateway_resumes_the_session_after_a_drop(bool isCompressed)
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello(heartbeat: Fast, isResume: false).Expect("IDENTIFY").Ready(session: "s1").Drop()
            .Hello(heartbeat: Fast, isResume: true).Expect("RESUME", session: "s1", sequence: 1).Resumed().Expect("HEARTBEAT", sequence: 2));
        await using var client = discord.Connect(isCompressed);

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task Events_that_were_missed_arrive_after_the_resume()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Dispatch("INTERACTION_CREATE", Interaction("1")).Drop(4000)
            .Hello(isResume: true).Expect("RESUME", session: "s1", sequence: 2).Dispatch("INTERACTION_CREATE", Interaction("2")).Resumed());
        await using var client = discord.Connect();

        var first = await client.Interactions.ReadAsync(TestContext.Current.CancellationToken);
        var second = await client.Interactions.ReadAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["1", "2"], [first.Id, second.Id]);
    }

    [Theory]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task After_these_close_codes_the_session_is_resumed(int code)
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Drop(code)
            .Hello(isResume: true).Expect("RESUME", session: "s1").Resumed());
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Theory]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task After_these_close_codes_a_new_session_begins(int code)
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Drop(code)
            .Hello(isResume: false).Expect("IDENTIFY").Ready(session: "s2"), new() { MaxConcurrency = 1 });
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task After_these_close_codes_the_shard_gives_up_and_says_why(int code)
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway.Hello().Expect("IDENTIFY").Drop(code));
        await using var client = discord.Connect();

        var refusal = await Assert.ThrowsAsync<GatewayRefusedException>(() => client.Ended);

        Assert.Equal(code, refusal.CloseCode);
        Assert.Equal(ShardState.Refused, client.State);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_before_any_connection()
    {
        await using var discord = await DiscordEmulator.StartAsync();
        await using var client = discord.Connect(token: "wrong");

        var refusal = await Assert.ThrowsAsync<MusicFlow.Discord.Protocol.Rest.DiscordApiException>(() => client.Ended);

        Assert.DoesNotContain("wrong", refusal.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, discord.Gateway.Connections);
    }

    [Fact]
    public async Task The_first_heartbeat_comes_early_the_others_at_the_interval_and_carry_the_last_number()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello(heartbeat: TimeSpan.FromMilliseconds(200)).Expect("IDENTIFY").Ready(session: "s1")
            .Expect("HEARTBEAT", sequence: 1).Dispatch("GUILD_CREATE", new JsonObject { ["id"] = "10" }).Expect("HEARTBEAT", sequence: 2));
        await using var client = discord.Connect(jitter: 0.25);

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_is_sent_at_once()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Send(1).Expect("HEARTBEAT", sequence: 1));
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task A_connection_that_answers_no_heartbeat_is_closed_and_the_session_resumed()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello(heartbeat: Fast).Expect("IDENTIFY").Ready(session: "s1").FallSilent().ExpectClose(4200)
            .Hello(heartbeat: Fast, isResume: true).Expect("RESUME", session: "s1").Resumed());
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task A_reconnect_is_followed_by_a_resume()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Reconnect().ExpectClose(4200)
            .Hello(isResume: true).Expect("RESUME", session: "s1").Resumed());
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task A_reconnect_may_come_before_hello()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Connection().Reconnect().ExpectClose(4200)
            .Hello(isResume: false).Expect("IDENTIFY").Ready(session: "s1"), new() { MaxConcurrency = 1 });
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task An_invalid_session_that_may_be_resumed_is_resumed()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").InvalidSession(mayResume: true).ExpectClose(4200)
            .Hello(isResume: true).Expect("RESUME", session: "s1").Resumed());
        await using var client = discord.Connect();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task A_resume_that_is_refused_leads_to_a_new_session()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Drop()
            .Hello(isResume: true).Expect("RESUME").InvalidSession(mayResume: false).ExpectClose(4200)
            .Hello(isResume: false).Expect("IDENTIFY").Ready(session: "s2"));
        await using var client = discord.Connect(jitter: 0);

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task What_is_no_JSON_object_is_left_out()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway
            .Hello().Expect("IDENTIFY").Ready(session: "s1").Dispatch("INTERACTION_CREATE", "no object").Dispatch("INTERACTION_CREATE", Interaction("1")));
        await using var client = discord.Connect();

        Assert.Equal("1", (await client.Interactions.ReadAsync(TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public async Task Leaving_ends_the_session_with_1000()
    {
        await using var discord = await DiscordEmulator.StartAsync(gateway => gateway.Hello().Expect("IDENTIFY").Ready(session: "s1").ExpectClose(1000));
        var client = discord.Connect();
        while (client.State != ShardState.Active) await Task.Delay(5, TestContext.Current.CancellationToken);

        await client.DisposeAsync();

        await discord.ScriptPlayedOut;
    }

    [Fact]
    public async Task Shards_start_side_by_side_as_far_as_Discord_allows_and_receive_their_servers()
    {
        await using var discord = await DiscordEmulator.StartAsync(new DiscordEmulatorOptions { Shards = 2, MaxConcurrency = 2, RefusesFastStarts = true });
        await using var zero = discord.Connect(0, 2);
        await using var one = discord.Connect(1, 2);
        await discord.Gateway.WaitForSessionsAsync(2);
        var guild = (1UL << 22).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var inOne = SomeInteraction.Slash("predict", ("song", "x"));
        inOne["guild_id"] = guild;

        await discord.SendAsync(inOne);
        await discord.SendAsync(SomeInteraction.Slash("predict", ("song", "x")).InDirectMessages());

        Assert.Equal(guild, (await one.Interactions.ReadAsync(TestContext.Current.CancellationToken)).GuildId);
        Assert.Null((await zero.Interactions.ReadAsync(TestContext.Current.CancellationToken)).GuildId);
    }

    static JsonObject Interaction(string id) => new() { ["id"] = id, ["type"] = 2, ["token"] = "t", ["application_id"] = "1" };
}
