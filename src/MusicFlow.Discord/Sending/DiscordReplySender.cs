using System.Collections.Concurrent;
using System.Security.Cryptography;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Discord.Receiving;
using MusicFlow.Discord.Rendering;

namespace MusicFlow.Discord.Sending;

/// <summary>Says what nobody asked for at this moment. Thread-safe.</summary>
sealed class DiscordReplySender(DiscordClient client, TimeProvider time) : IReplySender
{
    /// <summary>Characters that make a repeated message harmless; Discord allows 25.</summary>
    const int NonceLength = 24;

    readonly ConcurrentDictionary<MessageAddress, EditSlot> slots = new();

    /// <inheritdoc/>
    public string Platform => DiscordInbound.Platform;

    /// <inheritdoc/>
    public async Task<MessageAddress> SendAsync(ChatAddress chat, Reply reply, CancellationToken ct)
    {
        var message = DiscordRenderer.Render(reply);
        var once = message with { Body = message.Body with { Nonce = RandomNumberGenerator.GetHexString(NonceLength, lowercase: true), EnforceNonce = true } };
        var sent = await GuardAsync(() => client.CreateMessageAsync(chat.ChatId, once, ct), ct);
        return new MessageAddress(chat, sent.Id);
    }

    /// <inheritdoc/>
    public async Task EditAsync(MessageAddress message, Reply reply, CancellationToken ct)
    {
        Forget();
        while (true)
        {
            var slot = slots.GetOrAdd(message, _ => new EditSlot(time));
            if (slot.TryQueue(reply) is not { } number) continue;
            try
            {
                await slot.SendAsync(number, latest => GuardAsync(() => client.EditMessageAsync(message.Chat.ChatId, message.MessageId, DiscordRenderer.Render(latest), ct), ct), ct);
                return;
            }
            finally
            {
                slot.Leave();
            }
        }
    }

    void Forget()
    {
        foreach (var (address, slot) in slots)
            if (slot.TryClose())
                slots.TryRemove(new KeyValuePair<MessageAddress, EditSlot>(address, slot));
    }

    static async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call();
        }
        catch (DiscordApiException ex)
        {
            throw new ReplyNotSentException("Discord refused a message.", ex) { IsChatGone = ex.IsTargetGone && ex.Code != 10008 };
        }
        catch (Exception ex) when ((ex is HttpRequestException or TimeoutException or InvalidRequestLimitException) && !ct.IsCancellationRequested)
        {
            throw new ReplyNotSentException("Discord could not be reached.", ex);
        }
    }
}
