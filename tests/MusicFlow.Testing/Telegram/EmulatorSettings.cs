namespace MusicFlow.Testing.Telegram;

/// <summary>How strict and how real the emulator is.</summary>
public sealed record EmulatorSettings
{
    /// <summary>Port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The token that it knows.</summary>
    public string Token { get; init; } = "4242424242:EMULATOR-token_of_nobody_0123456789abcd";

    /// <summary>The bot's name.</summary>
    public string BotName { get; init; } = "MusicFlowBot";

    /// <summary>Whether it answers 429 to who is faster than the FAQ allows.</summary>
    public bool HasLimits { get; init; }

    /// <summary>Whether bodies are checked against the shapes of the Bot API; off only to measure speed.</summary>
    public bool HasShapes { get; init; } = true;

    /// <summary>Whether messages for one person only are refused, as by an older server.</summary>
    public bool RefusesEphemeral { get; init; }

    /// <summary>Whether a webhook may be plain http on this machine.</summary>
    public bool AllowsPlainWebhook { get; init; } = true;

    /// <summary>Whether calls are remembered; off only to run long.</summary>
    public bool KeepsCalls { get; init; } = true;

    /// <summary>Clock of polls and limits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
