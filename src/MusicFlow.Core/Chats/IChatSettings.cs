namespace MusicFlow.Core.Chats;

/// <summary>The settings of each chat; outlive restarts. Thread-safe.</summary>
public interface IChatSettings
{
    /// <summary>The settings of a chat; the defaults where nothing was set.</summary>
    Task<ChatSettings> GetAsync(ChatAddress chat, CancellationToken ct);

    /// <summary>Sets a chat's settings.</summary>
    Task SetAsync(ChatAddress chat, ChatSettings settings, CancellationToken ct);
}

/// <summary>How the bot speaks in a chat.</summary>
public sealed record ChatSettings
{
    /// <summary>Language code such as <c>de</c>; <see langword="null"/> for that of the person who asks.</summary>
    public string? Language { get; init; }

    /// <summary>Quiet: answers without pictures, and nothing that nobody asked for.</summary>
    public bool IsQuiet { get; init; }
}
