namespace MusicFlow.Testing.Discord;

/// <summary>How an emulator behaves.</summary>
public sealed record DiscordEmulatorOptions
{
    /// <summary>Port of 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The bot's token.</summary>
    public string Token { get; init; } = "MTAwMDAwMDAwMDAwMDAwMDAw.Emulat.or-token-that-must-never-be-logged";

    /// <summary>Snowflake of the application.</summary>
    public string ApplicationId { get; init; } = "1000000000000000000";

    /// <summary>Whether bodies are validated against the schemas; off where speed is measured.</summary>
    public bool IsValidating { get; init; } = true;

    /// <summary>Whether limits are told and kept; off where speed is measured.</summary>
    public bool HasLimits { get; init; } = true;

    /// <summary>Whether requests are remembered; off where a million of them come.</summary>
    public bool IsRecording { get; init; } = true;

    /// <summary>Whether interactions are removed once they are answered; on where a million of them come.</summary>
    public bool IsForgetting { get; init; }

    /// <summary>Calls of one limit in one window.</summary>
    public int BucketLimit { get; init; } = 5;

    /// <summary>Length of a window.</summary>
    public TimeSpan BucketWindow { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Recommended number of shards.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Sessions that may start in one window of 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Sessions that may still start.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>Whether a second session within 5 seconds of one key is refused, as Discord does.</summary>
    public bool RefusesFastStarts { get; init; }

    /// <summary>The clock by which interactions expire and limits reset.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
