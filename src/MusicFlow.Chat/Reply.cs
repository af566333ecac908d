using MusicFlow.Core.Predictions;

namespace MusicFlow.Chat;

/// <summary>What the bot answers, as data: every platform draws every block and button, and cuts to its own limits.</summary>
/// <param name="Blocks">In reading order; at least one.</param>
public sealed record Reply(IReadOnlyList<Block> Blocks)
{
    /// <summary>Buttons in reading order, at most 25.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Whether to edit the message whose button was pressed instead of sending a new one.</summary>
    public bool ReplacesSource { get; init; }

    /// <summary>Whether only the caller should see it, where the platform can do that: errors, refusals, personal things.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What became of the command; for the metrics, not for people.</summary>
    public ReplyKind Kind { get; init; } = ReplyKind.Answered;

    /// <summary>How much the prediction in it promises, for platforms that can colour a card; <see langword="null"/> for what is no prediction.</summary>
    public VerdictLevel? Verdict { get; init; }

    /// <summary>One line of text.</summary>
    public static Reply Say(string text) => new([new Block.Text(text)]);
}

/// <summary>What became of a command.</summary>
public enum ReplyKind
{
    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>Several songs fit; the caller has to choose.</summary>
    Ambiguous,

    /// <summary>There is no such song, or nothing to tell yet.</summary>
    NotFound,

    /// <summary>The text was not understood; the answer tells how to write it.</summary>
    Usage,

    /// <summary>There is no such command.</summary>
    UnknownCommand,

    /// <summary>The caller may not do that.</summary>
    Refused,

    /// <summary>Too many commands in too short a time, or the lane is full.</summary>
    Busy,

    /// <summary>It broke; the answer carries a reference that the log has too.</summary>
    Broken,
}

/// <summary>One part of a <see cref="Reply"/>. Strings are plain text without markup, in the language of the reply.</summary>
public abstract record Block
{
    Block()
    {
    }

    /// <summary>The heading of the card; at most one, first.</summary>
    /// <param name="Value">Plain text.</param>
    /// <param name="Url">Where it leads; <see langword="null"/> for nowhere.</param>
    public sealed record Title(string Value, Uri? Url = null) : Block;

    /// <summary>A paragraph.</summary>
    public sealed record Text(string Value) : Block;

    /// <summary>A short line of small print.</summary>
    public sealed record Footer(string Value) : Block;

    /// <summary>A named value.</summary>
    public sealed record Field(string Name, string Value) : Block;

    /// <summary>A named share, drawn as a bar where the platform can.</summary>
    /// <param name="Name">What it measures.</param>
    /// <param name="Value">The value in words, such as <c>0.64</c> or <c>117 BPM</c>.</param>
    /// <param name="Share">0–1, how full the bar is.</param>
    public sealed record Meter(string Name, string Value, double Share) : Block;

    /// <summary>A list of short lines, such as reasons or ranks.</summary>
    /// <param name="Items">Plain text each.</param>
    /// <param name="IsNumbered">Whether the order counts.</param>
    public sealed record Lines(IReadOnlyList<string> Items, bool IsNumbered = false) : Block;

    /// <summary>A picture; at most one.</summary>
    /// <param name="Png">The file.</param>
    /// <param name="Width">In pixels.</param>
    /// <param name="Height">In pixels.</param>
    /// <param name="AltText">What it shows, complete enough to do without it; at most 1,024 characters.</param>
    public sealed record Picture(ReadOnlyMemory<byte> Png, int Width, int Height, string AltText) : Block
    {
        /// <summary>Where a platform may fetch the same picture by itself instead of getting the file; <see langword="null"/> for nowhere.</summary>
        public Uri? Url { get; init; }
    }
}

/// <summary>A button: a command in disguise.</summary>
/// <param name="Label">At most 34 characters, so that no platform cuts it.</param>
/// <param name="Command">At most 64 bytes of UTF-8 (Telegram <c>callback_data</c>; Discord <c>custom_id</c> allows 100 characters), such as <c>/why t:4711</c>.</param>
public sealed record Button(string Label, string Command)
{
    /// <summary>Most characters of <see cref="Label"/>.</summary>
    public const int LongestLabel = 34;

    /// <summary>Most bytes of UTF-8 in <see cref="Command"/>.</summary>
    public const int MostBytes = 64;
}
