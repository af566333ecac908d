using Microsoft.Extensions.Logging.Abstractions;
using MusicFlow.Discord.Protocol.Gateway;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Testing;

namespace MusicFlow.Discord.Tests.Protocol.Gateway;

public sealed class SessionStartsTests
{
    readonly ManualTime time = new();
    SessionStartLimit limit = new(1000, 1000, 60_000, 1);

    [Fact]
    public async Task Two_starts_of_one_key_are_five_seconds_apart()
    {
        var starts = Starts();
        await starts.WaitAsync(0, TestContext.Current.CancellationToken);

        var second = starts.WaitAsync(1, TestContext.Current.CancellationToken);
        await time.UntilWaitingAsync();
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("wss://gateway.discord.gg/", (await second).ToString());
    }

    [Fact]
    public async Task Keys_do_not_wait_for_each_other()
    {
        limit = limit with { MaxConcurrency = 2 };
        var starts = Starts();

        await starts.WaitAsync(0, TestContext.Current.CancellationToken);
        await starts.WaitAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal(0, time.Waiting);
    }

    [Fact]
    public async Task When_no_start_is_left_the_next_waits_until_Discord_gives_new_ones()
    {
        limit = limit with { Remaining = 0 };
        var start = Starts().WaitAsync(0, TestContext.Current.CancellationToken);
        await time.UntilWaitingAsync();
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(start.IsCompleted);

        limit = limit with { Remaining = 1000 };
        time.Advance(TimeSpan.FromSeconds(1));

        await start;
    }

    SessionStarts Starts() => new(_ => Task.FromResult(new GatewayBot("wss://gateway.discord.gg", 1, limit)), time, NullLogger.Instance, SessionStarts.Window);
}
