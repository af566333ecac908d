using System.Globalization;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Answering;

/// <summary>Who runs which group, asked only where it matters and remembered for some minutes. Thread-safe.</summary>
sealed class ChatRoles(TelegramClient client, TimeProvider time, ILogger<ChatRoles> log)
{
    const int Most = 10_000;

    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    readonly Lock gate = new();
    readonly Dictionary<(string Chat, string Person), (bool IsAdministrator, DateTimeOffset At)> known = [];

    /// <summary>The message with what its sender may do; commands about a song change nothing of a chat and need no asking.</summary>
    public async Task<IncomingMessage> WithRoleAsync(IncomingMessage message, CommandPipeline pipeline, CancellationToken ct)
    {
        var isToAsk = !message.IsPrivate && !message.Caller.IsAdministrator && pipeline.Find(message) is { } spec && spec.Options is not [{ IsSong: true }, ..];
        return isToAsk && await IsAdministratorAsync(message.Chat.ChatId, message.Caller.Id.Id, ct)
            ? message with { Caller = message.Caller with { IsAdministrator = true } }
            : message;
    }

    async Task<bool> IsAdministratorAsync(string chat, string person, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        lock (gate)
            if (known.TryGetValue((chat, person), out var role) && role.At + KeptFor > now)
                return role.IsAdministrator;
        if (!TryNumber(chat, out var chatId) || !TryNumber(person, out var personId)) return false;
        try
        {
            var isAdministrator = (await client.GetChatMemberAsync(new GetChatMember(chatId, personId), ct)).IsAdministrator;
            lock (gate)
            {
                if (known.Count >= Most) known.Clear();
                known[(chat, person)] = (isAdministrator, now);
            }
            return isAdministrator;
        }
        catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException)
        {
            log.RoleUnknown(ex.Message);
            return false;
        }
    }

    static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
