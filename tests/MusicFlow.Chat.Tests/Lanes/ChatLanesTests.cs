using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Chat.Lanes;
using MusicFlow.Core.Chats;
using MusicFlow.Testing;

namespace MusicFlow.Chat.Tests.Lanes;

public sealed class ChatLanesTests : IAsyncDisposable
{
    readonly ChatOptions options = new() { MostRunning = 2, MostRunningPresses = 1, MostPerLane = 3, MostWaiting = 6 };
    readonly CollectingLog log = new();
    readonly ServiceProvider meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    ChatLanes? lanes;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await (lanes?.StopAsync(new CancellationToken(canceled: true)) ?? Task.CompletedTask);
        lanes?.Dispose();
        log.Dispose();
        await meters.DisposeAsync();
    }

    [Fact]
    public async Task Messages_of_one_person_in_one_chat_are_answered_in_order_and_never_two_at_a_time()
    {
        var running = await StartAsync();
        List<Work> works = [new(), new(), new()];
        foreach (var work in works) Assert.True(running.Post(From("alice"), work.RunAsync));

        for (var i = 0; i < works.Count; i++)
        {
            await works[i].Started.Task.WaitAsync(Stop);
            Assert.All(works.Skip(i + 1), later => Assert.False(later.Started.Task.IsCompleted));
            works[i].Finish.SetResult();
        }

        await running.StopAsync(Stop);
        Assert.All(works, work => Assert.True(work.IsDone));
    }

    [Fact]
    public async Task Lanes_run_beside_each_other_up_to_the_limit()
    {
        var running = await StartAsync();
        Work first = new(), second = new(), third = new();
        running.Post(From("alice"), first.RunAsync);
        running.Post(From("bob"), second.RunAsync);
        running.Post(From("carol"), third.RunAsync);

        await first.Started.Task.WaitAsync(Stop);
        await second.Started.Task.WaitAsync(Stop);
        Assert.False(third.Started.Task.IsCompleted);
        second.Finish.SetResult();

        await third.Started.Task.WaitAsync(Stop);
        Finish(first, third);
    }

    [Fact]
    public async Task A_press_waits_for_no_look_up_of_others()
    {
        var running = await StartAsync();
        Work first = new(), second = new(), vote = new();
        running.Post(From("alice"), first.RunAsync);
        running.Post(From("bob"), second.RunAsync);
        await first.Started.Task.WaitAsync(Stop);
        await second.Started.Task.WaitAsync(Stop);

        running.Post(From("carol") with { IsPress = true }, vote.RunAsync);

        await vote.Started.Task.WaitAsync(Stop);
        Finish(first, second, vote);
    }

    [Fact]
    public async Task A_full_lane_and_a_full_house_refuse()
    {
        var running = await StartAsync();
        List<Work> works = [.. Enumerable.Range(0, 6).Select(_ => new Work())];

        Assert.All(works.Take(3), work => Assert.True(running.Post(From("alice"), work.RunAsync)));
        Assert.False(running.Post(From("alice"), new Work().RunAsync));
        Assert.All(works.Skip(3), work => Assert.True(running.Post(From("bob"), work.RunAsync)));
        Assert.False(running.Post(From("carol"), new Work().RunAsync));
        Assert.Equal((6, 2), (running.Waiting, running.Count));

        Finish([.. works]);
        await running.StopAsync(Stop);
        Assert.Equal((0, 0), (running.Waiting, running.Count));
    }

    [Fact]
    public async Task A_stop_answers_what_waits_and_takes_nothing_new()
    {
        var running = await StartAsync();
        Work first = new(), second = new();
        running.Post(From("alice"), first.RunAsync);
        running.Post(From("alice"), second.RunAsync);
        await first.Started.Task.WaitAsync(Stop);

        var stopping = running.StopAsync(Stop);
        Assert.False(running.Post(From("bob"), new Work().RunAsync));
        Assert.False(stopping.IsCompleted);
        Finish(first, second);
        await stopping;

        Assert.True(first.IsDone && second.IsDone);
    }

    [Fact]
    public async Task A_stop_that_takes_too_long_cancels_what_runs_and_says_how_much_was_left()
    {
        var running = await StartAsync();
        Work stuck = new();
        running.Post(From("alice"), stuck.RunAsync);
        await stuck.Started.Task.WaitAsync(Stop);

        await running.StopAsync(new CancellationToken(canceled: true));

        await stuck.Cancelled.Task.WaitAsync(Stop);
        Assert.Contains(log.Lines, line => line.Level == LogLevel.Warning && line.Text.StartsWith("1 messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_fails_is_logged_and_the_lane_goes_on()
    {
        var running = await StartAsync();
        Work next = new();
        running.Post(From("alice"), _ => throw new InvalidOperationException("lost"));
        running.Post(From("alice"), next.RunAsync);

        await next.Started.Task.WaitAsync(Stop);
        next.Finish.SetResult();

        Assert.Equal("lost", Assert.Single(log.Lines, line => line.Level == LogLevel.Error).Exception?.Message);
    }

    [Fact]
    public async Task A_gauge_tells_how_many_wait()
    {
        var running = await StartAsync();
        var work = new Work();
        running.Post(From("alice"), work.RunAsync);
        running.Post(From("alice"), work.RunAsync);
        List<int> told = [];
        var meter = meters.GetRequiredService<IMeterFactory>().Create("MusicFlow");
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (ReferenceEquals(instrument.Meter, meter)) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<int>((_, waiting, _, _) => told.Add(waiting));
        listener.Start();

        listener.RecordObservableInstruments();
        Finish(work);

        Assert.Equal([2], told);
    }

    async Task<ChatLanes> StartAsync()
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        lanes = new ChatLanes(Options.Create(options), meters.GetRequiredService<IMeterFactory>(), factory.CreateLogger<ChatLanes>());
        await lanes.StartAsync(Stop);
        return lanes;
    }

    static void Finish(params Work[] works)
    {
        foreach (var work in works) work.Finish.TrySetResult();
    }

    static IncomingMessage From(string person) => Conversation.Private("hello", new Caller(new PersonId("test", person), person));

    /// <summary>An answer that takes as long as a test wants.</summary>
    sealed class Work
    {
        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsDone { get; private set; }

        public async Task RunAsync(CancellationToken ct)
        {
            Started.SetResult();
            try
            {
                await Finish.Task.WaitAsync(ct);
                IsDone = true;
            }
            catch (OperationCanceledException)
            {
                Cancelled.SetResult();
                throw;
            }
        }
    }
}
