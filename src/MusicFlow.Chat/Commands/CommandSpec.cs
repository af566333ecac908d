using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Commands;

/// <summary>What a command is called, takes and does; help, menus and slash registration are made from it before any handler exists.</summary>
/// <param name="Name">Lower case, 1–32 characters <c>[a-z0-9_]</c>; the same in every language.</param>
/// <param name="Summary">What it does, at most 100 characters in every language.</param>
/// <param name="Answer">Where its answer belongs.</param>
public sealed record CommandSpec(string Name, TextKey Summary, Answer Answer)
{
    /// <summary>What it takes, in order; empty for a command without arguments.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Argument texts that work on a fresh installation; shown in help, run by a test. An empty text is the command alone.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Other names that mean the same and stand in no menu.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether menus and help show it; buttons may use commands that nobody types.</summary>
    public bool IsListed { get; init; } = true;
}

/// <summary>One argument of a command.</summary>
/// <param name="Name">As in <see cref="CommandSpec.Name"/>.</param>
/// <param name="Description">What to write there, at most 100 characters in every language.</param>
public sealed record CommandOption(string Name, TextKey Description)
{
    /// <summary>Whether the command is useless without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it names a song, which platforms may complete while it is typed.</summary>
    public bool IsSong { get; init; }

    /// <summary>The only values it takes; empty for any text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>Where an answer belongs; known before the handler runs, so that a platform can say "working on it" in the right place.</summary>
public enum Answer
{
    /// <summary>Everybody in the chat sees it.</summary>
    Public,

    /// <summary>Only the caller sees it, where the platform can do that.</summary>
    Private,
}
