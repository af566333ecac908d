namespace MusicFlow.Telegram.Protocol;

/// <summary>What the handlers below <see cref="TelegramClient"/> need to know of a call; travels with the HTTP request.</summary>
/// <param name="Method">Name of the method.</param>
sealed record TelegramCall(string Method)
{
    public static HttpRequestOptionsKey<TelegramCall> Key { get; } = new("telegram-call");

    /// <summary>The chat whose pace counts; <see langword="null"/> when no message is sent or changed.</summary>
    public long? Chat { get; init; }

    public Repeat Repeat { get; init; } = Repeat.Always;

    /// <summary>What the server may wait by itself, beside the usual time.</summary>
    public TimeSpan ExtraTime { get; init; }

    /// <summary>Whether the answer is read as it comes, without bound in time.</summary>
    public bool IsStreamed { get; init; }

    public static TelegramCall Send(string method, long chat) => new(method) { Chat = chat, Repeat = Repeat.WhenNotDone };

    /// <summary>An edit; one of an inline message counts for no chat.</summary>
    public static TelegramCall Edit(string method, long? chat) => new(method) { Chat = chat };
}

/// <summary>When a call may be made again.</summary>
enum Repeat
{
    /// <summary>Twice is as good as once.</summary>
    Always,

    /// <summary>Only when it surely has not been done: no connection, or Telegram itself says so.</summary>
    WhenNotDone,

    /// <summary>The caller decides.</summary>
    Never,
}
