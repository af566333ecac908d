namespace MusicFlow.Testing.Telegram;

/// <summary>Something that goes wrong on purpose.</summary>
public abstract record Fault
{
    Fault()
    {
    }

    /// <summary>The service refuses.</summary>
    public sealed record Refusal(ApiRefusedException Answer) : Fault;

    /// <summary>A proxy in between answers with a page.</summary>
    public sealed record Page(int Status) : Fault;

    /// <summary>The connection is cut; before the call was done, or after.</summary>
    public sealed record Cut(bool IsDone) : Fault;

    /// <summary>The answer comes late.</summary>
    public sealed record Late(TimeSpan By) : Fault;

    public static Fault Refuse(int code, string description) => new Refusal(new ApiRefusedException(code, description));

    public static Fault TooMany(int seconds) => new Refusal(ApiRefusedException.TooMany(seconds));
}

/// <summary>The faults to come, per method in order, or a share of all calls.</summary>
public sealed class Faults
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<Fault>> planned = new(StringComparer.OrdinalIgnoreCase);
    readonly Random random = new(42);

    /// <summary>Share of calls, 0–1, that go wrong by chance besides; getUpdates included.</summary>
    public double Share { get; set; }

    /// <summary>Faults so far.</summary>
    public int Count { get; private set; }

    /// <summary>The next calls of the method go wrong.</summary>
    public void Plan(string method, params Fault[] faults)
    {
        lock (gate)
        {
            if (!planned.TryGetValue(method, out var queue)) planned[method] = queue = new();
            foreach (var fault in faults) queue.Enqueue(fault);
        }
    }

    internal Fault? Next(string method)
    {
        lock (gate)
        {
            var fault = planned.TryGetValue(method, out var queue) && queue.TryDequeue(out var next) ? next : ByChance();
            if (fault is not null) Count++;
            return fault;
        }
    }

    Fault? ByChance() => Share > 0 && random.NextDouble() < Share
        ? random.Next(4) switch
        {
            0 => Fault.TooMany(1),
            1 => Fault.Refuse(500, "Internal Server Error"),
            2 => new Fault.Page(502),
            _ => new Fault.Cut(IsDone: false),
        }
        : null;
}
