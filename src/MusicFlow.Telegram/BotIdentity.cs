using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram;

/// <summary>Who the bot is, as soon as Telegram has said so. Thread-safe.</summary>
sealed class BotIdentity
{
    TelegramUser? bot;

    /// <summary><see langword="null"/> until Telegram was reached.</summary>
    public TelegramUser? Bot
    {
        get => Volatile.Read(ref bot);
        set => Volatile.Write(ref bot, value);
    }
}
