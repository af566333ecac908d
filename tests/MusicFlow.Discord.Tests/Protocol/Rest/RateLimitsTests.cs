using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Testing;

namespace MusicFlow.Discord.Tests.Protocol.Rest;

public sealed class RateLimitsTests
{
    static readonly ApiCall Send = new(HttpMethod.Post, "/channels/{channel}/messages", "20", "channels/20/messages");
    static readonly ApiCall Callback = new(HttpMethod.Post, "/interactions/{id}/{token}/callback", "t", "interactions/1/t/callback") { IsInteraction = true };

    readonly ManualTime time = new();

    [Fact]
    public async Task Until_the_limit_is_known_one_call_goes_at_a_time()
    {
        var limits = new RateLimits(time);
        var first = await Acquire(limits, Send);

        var second = Acquire(limits, Send);
        Assert.False(second.IsCompleted);
        first.Complete(null);

        (await second).Complete(null);
    }

    [Fact]
    public async Task When_a_window_is_used_up_the_next_call_waits_for_its_end()
    {
        var limits = new RateLimits(time);
        (await Acquire(limits, Send)).Complete(Headers(limit: 2, remaining: 1, seconds: 5));
        (await Acquire(limits, Send)).Complete(Headers(limit: 2, remaining: 0, seconds: 5));

        var third = Acquire(limits, Send);
        await time.UntilWaitingAsync();
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(third.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        (await third).Complete(Headers(limit: 2, remaining: 1, seconds: 5));
    }

    [Fact]
    public async Task Calls_on_their_way_are_counted_and_late_answers_add_nothing()
    {
        var limits = new RateLimits(time);
        (await Acquire(limits, Send)).Complete(Headers(limit: 3, remaining: 2, seconds: 5));
        var (second, third) = (await Acquire(limits, Send), await Acquire(limits, Send));
        var fourth = Acquire(limits, Send);
        Assert.False(fourth.IsCompleted);

        third.Complete(Headers(limit: 3, remaining: 0, seconds: 5));
        second.Complete(Headers(limit: 3, remaining: 1, seconds: 5));

        Assert.False(fourth.IsCompleted);
    }

    [Fact]
    public async Task Channels_do_not_wait_for_each_other_but_routes_of_one_hash_do()
    {
        var limits = new RateLimits(time);
        var edit = new ApiCall(HttpMethod.Patch, "/channels/{channel}/messages/{message}", "20", "channels/20/messages/1");
        (await Acquire(limits, edit)).Complete(Headers(limit: 1, remaining: 0, seconds: 5));
        (await Acquire(limits, Send with { Resource = "30" })).Complete(Headers(limit: 1, remaining: 0, seconds: 5));

        var elsewhere = Acquire(limits, Send with { Resource = "40" });
        var same = Acquire(limits, Send);

        Assert.True(elsewhere.IsCompleted);
        Assert.False(same.IsCompleted);
    }

    [Fact]
    public async Task A_refusal_makes_its_limit_wait_as_long_as_it_says()
    {
        var limits = new RateLimits(time);
        (await Acquire(limits, Send)).Complete(Headers(limit: 5, remaining: 4, seconds: 1) with { RetryAfter = TimeSpan.FromSeconds(60), IsInvalidRequest = true });

        var next = Acquire(limits, Send);
        await time.UntilWaitingAsync();
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(next.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await next;
    }

    [Fact]
    public async Task A_global_refusal_stops_every_call_but_interactions()
    {
        var limits = new RateLimits(time);
        (await Acquire(limits, Send)).Complete(new RateLimitHeaders(null, null, null, null) { RetryAfter = TimeSpan.FromSeconds(10), IsGlobal = true });

        var elsewhere = Acquire(limits, Send with { Resource = "30" });
        var callback = Acquire(limits, Callback);

        Assert.False(elsewhere.IsCompleted);
        Assert.True(callback.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(10));
        await elsewhere;
    }

    [Fact]
    public async Task Fifty_calls_go_in_one_second_and_interactions_beside_them()
    {
        var limits = new RateLimits(time);
        for (var channel = 0; channel < 50; channel++) await Acquire(limits, Send with { Resource = $"{channel}" });

        var next = Acquire(limits, Send with { Resource = "50" });
        Assert.False(next.IsCompleted);
        Assert.True(Acquire(limits, Callback).IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await next;
    }

    [Fact]
    public async Task A_block_by_the_network_stops_everything_for_minutes()
    {
        var limits = new RateLimits(time);
        (await Acquire(limits, Send)).Complete(new RateLimitHeaders(null, null, null, null) { IsBlocked = true, RetryAfter = TimeSpan.FromSeconds(1) });

        var callback = Acquire(limits, Callback);
        await time.UntilWaitingAsync();
        time.Advance(TimeSpan.FromSeconds(119));
        Assert.False(callback.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        await callback;
    }

    [Fact]
    public async Task Too_many_refusals_stop_all_calls_until_ten_minutes_have_passed()
    {
        var limits = new RateLimits(time, mostInvalid: 3);
        for (var i = 0; i < 3; i++) (await Acquire(limits, Send)).Complete(new RateLimitHeaders(null, null, null, null) { IsInvalidRequest = true });

        var refusal = await Assert.ThrowsAsync<InvalidRequestLimitException>(() => Acquire(limits, Callback));
        Assert.Equal(TimeSpan.FromMinutes(10), refusal.Wait);
        time.Advance(TimeSpan.FromMinutes(10));

        await Acquire(limits, Callback);
    }

    [Fact]
    public async Task A_cancelled_wait_takes_nothing()
    {
        var limits = new RateLimits(time);
        var first = await Acquire(limits, Send);
        using var cancel = new CancellationTokenSource();
        var second = limits.AcquireAsync(Send, cancel.Token);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Complete(null);

        await Acquire(limits, Send);
    }

    [Fact]
    public async Task Limits_of_interactions_that_are_over_are_forgotten()
    {
        var limits = new RateLimits(time);
        for (var i = 0; i < 5_000; i++)
            (await Acquire(limits, Callback with { Resource = $"token {i}" })).Complete(null);

        Assert.InRange(limits.Count, 0, 1_001);
    }

    static Task<RateLimits.Permit> Acquire(RateLimits limits, ApiCall call) => limits.AcquireAsync(call, TestContext.Current.CancellationToken);

    static RateLimitHeaders Headers(int limit, int remaining, double seconds) => new("hash", limit, remaining, TimeSpan.FromSeconds(seconds));
}
