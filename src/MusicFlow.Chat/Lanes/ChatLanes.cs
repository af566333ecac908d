using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Lanes;

/// <summary>Lets messages be answered side by side, but those of one person in one chat in order. Bounded everywhere; its reader never waits. Thread-safe.</summary>
/// <remarks>Pressed buttons have workers of their own: a vote never waits behind somebody else's look-up. A stop lets what waits be answered first.</remarks>
public sealed class ChatLanes : BackgroundService
{
    readonly IOptions<ChatOptions> options;
    readonly ILogger<ChatLanes> log;
    readonly Lock gate = new();
    readonly Dictionary<(ChatAddress Chat, PersonId Person), Lane> lanes = [];
    readonly Channel<Ready> messages = Channel.CreateUnbounded<Ready>();
    readonly Channel<Ready> presses = Channel.CreateUnbounded<Ready>();
    bool isClosed;

    /// <summary>Makes lanes; the gauge <c>musicflow.lanes.waiting</c> of the meter <c>MusicFlow</c> tells how full they are.</summary>
    public ChatLanes(IOptions<ChatOptions> options, IMeterFactory meters, ILogger<ChatLanes> log)
    {
        ArgumentNullException.ThrowIfNull(meters);
        (this.options, this.log) = (options, log);
        meters.Create(CommandMetrics.Source).CreateObservableGauge("musicflow.lanes.waiting", () => Waiting, "{message}", "Messages that wait or are being answered.");
    }

    /// <summary>Messages that wait or are being answered.</summary>
    public int Waiting { get; private set; }

    /// <summary>Lanes in which something waits or runs.</summary>
    internal int Count
    {
        get
        {
            lock (gate) return lanes.Count;
        }
    }

    /// <summary>Queues the answer to a message behind the earlier ones of its lane.</summary>
    /// <param name="message">The message.</param>
    /// <param name="answer">Answers it and sends the reply; runs once, on another thread.</param>
    /// <returns><see langword="false"/> when the lane or the whole is full, or the program is stopping: say <see cref="Replies.Busy"/>.</returns>
    public bool Post(IncomingMessage message, Func<CancellationToken, Task> answer)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (gate)
        {
            if (isClosed || Waiting >= options.Value.MostWaiting) return false;
            if (!lanes.TryGetValue(message.Lane, out var lane)) lane = lanes[message.Lane] = new Lane(message.Lane);
            if (lane.Work.Count >= options.Value.MostPerLane) return false;
            lane.Work.Enqueue((message.IsPress, answer));
            Waiting++;
            if (lane.Work.Count == 1) MakeReady(lane);
            return true;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            isClosed = true;
            CompleteWhenEmpty();
        }
        if (ExecuteTask is { } workers) await workers.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Waiting > 0) log.Undrained(Waiting);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Workers(messages.Reader, options.Value.MostRunning, stoppingToken).Concat(Workers(presses.Reader, options.Value.MostRunningPresses, stoppingToken)));

    IEnumerable<Task> Workers(ChannelReader<Ready> ready, int count, CancellationToken ct) => Enumerable.Range(0, count).Select(_ => WorkAsync(ready, ct));

    async Task WorkAsync(ChannelReader<Ready> ready, CancellationToken ct)
    {
        await foreach (var (lane, answer) in ready.ReadAllAsync(ct))
        {
            await AnswerAsync(answer, ct);
            Next(lane);
        }
    }

    async Task AnswerAsync(Func<CancellationToken, Task> answer, CancellationToken ct)
    {
        try
        {
            await answer(ct);
        }
        catch (Exception ex) when (!ct.IsCancellationRequested)
        {
            log.WorkFailed(ex);
        }
    }

    void Next(Lane lane)
    {
        lock (gate)
        {
            lane.Work.Dequeue();
            Waiting--;
            if (lane.Work.Count > 0) MakeReady(lane);
            else lanes.Remove(lane.Key);
            CompleteWhenEmpty();
        }
    }

    void MakeReady(Lane lane)
    {
        var (isPress, answer) = lane.Work.Peek();
        (isPress ? presses : messages).Writer.TryWrite(new Ready(lane, answer));
    }

    void CompleteWhenEmpty()
    {
        if (!isClosed || Waiting > 0) return;
        messages.Writer.TryComplete();
        presses.Writer.TryComplete();
    }

    /// <summary>The first of a lane, whose turn it is.</summary>
    sealed record Ready(Lane Lane, Func<CancellationToken, Task> Answer);

    /// <summary>What waits for one person in one chat; the first is running or ready to. Guarded by the gate.</summary>
    sealed record Lane((ChatAddress Chat, PersonId Person) Key)
    {
        public Queue<(bool IsPress, Func<CancellationToken, Task> Answer)> Work { get; } = new();
    }
}
