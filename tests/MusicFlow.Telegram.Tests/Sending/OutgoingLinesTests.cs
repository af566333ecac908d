using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram.Tests.Sending;

/// <summary>The order in which messages leave.</summary>
public sealed class OutgoingLinesTests
{
    [Fact]
    public async Task One_chat_is_served_in_order_also_after_a_failure()
    {
        var (lines, order, go) = (new OutgoingLines(), new List<int>(), new TaskCompletionSource());

        var first = lines.PostAsync("a", async () =>
        {
            await go.Task;
            order.Add(1);
            return 1;
        });
        var second = lines.PostAsync<int>("a", () => throw new InvalidOperationException());
        var third = lines.PostAsync("a", () =>
        {
            order.Add(3);
            return Task.FromResult(3);
        });
        go.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal((1, 3), (await first, await third));
        Assert.Equal([1, 3], order);
    }

    [Fact]
    public async Task Chats_do_not_wait_for_each_other()
    {
        var (lines, go) = (new OutgoingLines(), new TaskCompletionSource<int>());
        var slow = lines.PostAsync("a", () => go.Task);

        var quick = await lines.PostAsync("b", () => Task.FromResult(2));

        Assert.Equal((2, false), (quick, slow.IsCompleted));
        go.SetResult(1);
        await lines.DrainAsync();
        Assert.True(slow.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_line_is_bounded()
    {
        var (lines, go) = (new OutgoingLines(), new TaskCompletionSource<int>());
        var waiting = Enumerable.Range(0, 60).Select(_ => lines.PostAsync("a", () => go.Task)).ToList();

        await Assert.ThrowsAsync<LineFullException>(() => lines.PostAsync("a", () => go.Task));

        go.SetResult(0);
        await Task.WhenAll(waiting);
        Assert.Equal(5, await lines.PostAsync("a", () => Task.FromResult(5)));
    }
}
