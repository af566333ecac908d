using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Chat;

/// <summary>How much the bot lets itself be asked at once.</summary>
public sealed partial class ChatOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Chat";

    /// <summary>The time to which <see cref="CommandsPerPerson"/> and <see cref="CommandsPerChat"/> refer. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")] public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Commands that one person may give within <see cref="Window"/>, on all chats together. Default 10.</summary>
    [Range(1, 10_000)] public int CommandsPerPerson { get; set; } = 10;

    /// <summary>Commands that a whole chat may give within <see cref="Window"/>. Default 30.</summary>
    [Range(1, 100_000)] public int CommandsPerChat { get; set; } = 30;

    /// <summary>Most people, and most chats, whose pace is remembered. Default 20,000.</summary>
    [Range(1, 10_000_000)] public int MostBuckets { get; set; } = 20_000;

    /// <summary>Most messages that wait in one lane (a person in a chat), the running one included. Default 5.</summary>
    [Range(1, 1_000)] public int MostPerLane { get; set; } = 5;

    /// <summary>Most messages that wait or run in all lanes together. Default 1,000.</summary>
    [Range(1, 1_000_000)] public int MostWaiting { get; set; } = 1_000;

    /// <summary>Most messages that are answered at the same time. Default 16.</summary>
    [Range(1, 1_000)] public int MostRunning { get; set; } = 16;

    /// <summary>Most pressed buttons that are answered at the same time, beside <see cref="MostRunning"/>: a vote waits for no look-up. Default 8.</summary>
    [Range(1, 1_000)] public int MostRunningPresses { get; set; } = 8;

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<ChatOptions>;
}
