using System.Net;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Discord.Rendering;

namespace MusicFlow.Discord.Sending;

/// <summary>Brings a reply to where its interaction left room for it. Thread-safe.</summary>
sealed class DiscordDelivery(DiscordClient client, ILogger<DiscordDelivery> log)
{
    /// <summary>Discord's code for a request that is too large.</summary>
    const int TooLarge = 40005;

    /// <summary>Delivers a reply.</summary>
    /// <param name="talk">What it answers; its first answer was given.</param>
    /// <param name="reply">The reply; <see langword="null"/> for silence.</param>
    /// <param name="ct">Cancels.</param>
    public async Task DeliverAsync(Talk talk, Reply? reply, CancellationToken ct)
    {
        try
        {
            if (reply is null) await BeSilentAsync(talk, ct);
            else await DeliverAsync(talk, reply, hasPicture: true, ct);
        }
        catch (DiscordApiException ex) when (ex.IsInteractionOver)
        {
            log.AnswerTooLate(ex.Message);
        }
        catch (DiscordApiException ex) when (reply is not null && (ex.Status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest || ex.Code == TooLarge))
        {
            // Words alone are better than "thinking…" for ever.
            log.CardRefused(ex);
            await DeliverAsync(talk, reply, hasPicture: false, ct);
        }
    }

    async Task DeliverAsync(Talk talk, Reply reply, bool hasPicture, CancellationToken ct)
    {
        var message = DiscordRenderer.Render(reply, hasPicture);
        var isForCaller = talk.IsPrivate || reply.IsPrivate;
        if (talk.IsPress)
        {
            if (reply.ReplacesSource) await client.EditOriginalAsync(talk.Interaction, message, ct);
            else await FollowUpAsync(talk, message, isForCaller, ct);
        }
        else if (isForCaller && !talk.IsPrivate)
        {
            // The placeholder is public and cannot become private any more.
            await client.DeleteOriginalAsync(talk.Interaction, ct);
            await FollowUpAsync(talk, message, isForCaller, ct);
        }
        else
        {
            await client.EditOriginalAsync(talk.Interaction, message, ct);
        }
    }

    /// <summary>A press leaves nothing behind by itself; a command leaves its placeholder.</summary>
    Task BeSilentAsync(Talk talk, CancellationToken ct) => talk.IsPress ? Task.CompletedTask : client.DeleteOriginalAsync(talk.Interaction, ct);

    async Task FollowUpAsync(Talk talk, OutgoingMessage message, bool isForCaller, CancellationToken ct)
    {
        try
        {
            await client.FollowUpAsync(talk.Interaction, isForCaller ? message.WithFlags(MessageFlags.Ephemeral) : message, ct);
        }
        catch (Exception ex) when (!isForCaller && (ex is HttpRequestException or TimeoutException || ex is DiscordApiException { Status: >= HttpStatusCode.InternalServerError }))
        {
            // It may or may not stand there: a second one for everybody would be wrong, silence too.
            log.InteractionFailed(ex);
            var apology = DiscordRenderer.Render(Replies.Busy(talk.Message)).WithFlags(MessageFlags.Ephemeral);
            await client.FollowUpAsync(talk.Interaction, apology, ct);
        }
    }
}
