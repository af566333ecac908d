using System.Text.Json.Nodes;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord.Interactions;

/// <summary>One interaction and what became of it: what a person in front of Discord would see. Thread-safe.</summary>
public sealed class EmulatedInteraction
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Lock gate = new();
    readonly List<EmulatedMessage> followUps = [];
    readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EmulatedInteraction(JsonObject payload, DateTimeOffset sentAt, EmulatedMessage? source)
    {
        (Payload, SentAt) = (payload, sentAt);
        Original = source;
    }

    /// <summary>What the bot received.</summary>
    public JsonObject Payload { get; }

    /// <summary>When it was sent, by the emulator's clock.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>Snowflake.</summary>
    public string Id => (string)Payload["id"]!;

    /// <summary>Right to answer.</summary>
    public string Token => (string)Payload["token"]!;

    /// <summary>2 command, 3 button, 4 autocomplete, 5 form.</summary>
    public int Kind => (int)Payload["type"]!;

    /// <summary>Type of the first answer; <see langword="null"/> before it.</summary>
    public int? AnswerType { get; private set; }

    /// <summary>Time to the first answer, by the emulator's clock.</summary>
    public TimeSpan AnsweredAfter { get; private set; }

    /// <summary>Proposals of an autocomplete answer.</summary>
    public JsonArray? Choices { get; private set; }

    /// <summary>The first answer's message, or the pressed button's; <see langword="null"/> where there is none or it was removed.</summary>
    public EmulatedMessage? Original { get; private set; }

    /// <summary>Messages after the first.</summary>
    public IReadOnlyList<EmulatedMessage> FollowUps
    {
        get
        {
            lock (gate) return [.. followUps];
        }
    }

    /// <summary>The first answer was given.</summary>
    public Task Answered => answered.Task.WaitAsync(Patience);

    /// <summary>There is something to read: a message, an edit, a follow-up.</summary>
    public Task Shown => shown.Task.WaitAsync(Patience);

    internal void Answer(int type, DateTimeOffset now, EmulatedMessage? message, JsonArray? choices)
    {
        (AnswerType, AnsweredAfter, Choices) = (type, now - SentAt, choices);
        if (message is not null) Original = message;
        answered.TrySetResult();
        if (type is 4 or 7 or 8) shown.TrySetResult();
    }

    internal EmulatedMessage EditOriginal(RequestBody body)
    {
        lock (gate)
        {
            var message = Original ?? throw new DiscordFaultException(404, 10008, "Unknown Message");
            message.Take(body, isEdit: true);
            shown.TrySetResult();
            return message;
        }
    }

    internal void DeleteOriginal()
    {
        lock (gate)
        {
            if (Original is null) throw new DiscordFaultException(404, 10008, "Unknown Message");
            Original = null;
        }
    }

    internal void FollowUp(EmulatedMessage message)
    {
        lock (gate) followUps.Add(message);
        shown.TrySetResult();
    }
}
