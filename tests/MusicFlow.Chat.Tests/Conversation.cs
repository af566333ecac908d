using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Chat.Tests;

/// <summary>The whole conversation over memories: say something, read the reply.</summary>
public sealed class Conversation : IAsyncDisposable
{
    readonly ServiceProvider services;

    /// <param name="change">Adds to the container or replaces something in it.</param>
    /// <param name="tracks">What the catalogue holds; <see langword="null"/> for <see cref="SomeSongs.All"/>.</param>
    public Conversation(Action<IServiceCollection>? change = null, IReadOnlyList<TrackFacts>? tracks = null)
    {
        Catalog.ImportAsync([.. tracks ?? SomeSongs.All], CancellationToken.None).GetAwaiter().GetResult();
        var container = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<ITrackCatalog>(Catalog)
            .AddSingleton<IQuestions>(Questions)
            .AddSingleton<ITopSongs>(Top)
            .AddSingleton<IChatSettings>(Settings)
            .AddSingleton<TrackFinder>()
            .AddSingleton(SomeModel.Predictor)
            .AddChat();
        change?.Invoke(container);
        services = container.BuildServiceProvider();
        Pipeline = services.GetRequiredService<CommandPipeline>();
    }

    public static ChatAddress Chat { get; } = new("test", "chat-1");

    public static Caller Alice { get; } = new(new PersonId("test", "alice"), "Alice");

    public static Caller Bob { get; } = new(new PersonId("test", "bob"), "Bob");

    public CommandPipeline Pipeline { get; }

    public ManualTime Time { get; } = new();

    public MemoryCatalog Catalog { get; } = new();

    public MemoryQuestions Questions { get; } = new();

    public MemoryTopSongs Top { get; } = new();

    public MemoryChatSettings Settings { get; } = new();

    public CollectingLog Log { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A typed text in a private chat.</summary>
    public static IncomingMessage Private(string text, Caller? caller = null, string? locale = null) =>
        new() { Chat = Chat, Caller = caller ?? Alice, Text = text, IsPrivate = true, BotName = "MusicFlowBot", Locale = locale };

    /// <summary>A typed text in a group.</summary>
    public static IncomingMessage Group(string text, Caller? caller = null, string? replied = null) =>
        new() { Chat = Chat, Caller = caller ?? Alice, Text = text, BotName = "MusicFlowBot", RepliedText = replied };

    public Task<Reply?> RunAsync(IncomingMessage message)
    {
        // Who waits long enough is never too fast.
        Time.Advance(TimeSpan.FromMinutes(1));
        return Pipeline.RunAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>What the bot answers to a text in a private chat; it must answer.</summary>
    public async Task<Reply> SayAsync(string text, Caller? caller = null, string? locale = null) =>
        await RunAsync(Private(text, caller, locale)) ?? throw new InvalidOperationException("There was no answer.");

    /// <summary>What the bot answers to a press in a group; it must answer.</summary>
    public async Task<Reply> PressAsync(string command, Caller? caller = null) =>
        await RunAsync(Group(command, caller) with { IsPress = true }) ?? throw new InvalidOperationException("There was no answer.");

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
