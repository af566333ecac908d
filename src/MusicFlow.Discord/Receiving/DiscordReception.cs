using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Lanes;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Discord.Sending;

namespace MusicFlow.Discord.Receiving;

/// <summary>Takes an interaction: says "working on it" within 3 seconds, then queues it for its answer. The same for the gateway and for HTTP. Thread-safe.</summary>
sealed class DiscordReception(DiscordClient client, (CommandPipeline Pipeline, CommandTable Table, ChatLanes Lanes, SongProposals Proposals) road, InteractionLedger ledger, DiscordDelivery delivery, (TimeProvider Time, ILogger<DiscordReception> Log) watch)
{
    /// <summary>The time that Discord gives for the first answer.</summary>
    static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);

    /// <summary>Takes an interaction; returns when its first answer is given.</summary>
    /// <param name="interaction">Any; one that is known already is left out.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ReceiveAsync(Interaction interaction, CancellationToken ct)
    {
        if (!ledger.TryAdd(interaction.Id)) return;
        using var timeout = new CancellationTokenSource(FirstAnswer, watch.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            if (interaction.Type == InteractionKind.Autocomplete) await ProposeAsync(interaction, either.Token);
            else if (DiscordInbound.Translate(interaction, road.Table) is { } message) await BeginAsync(interaction, message, either.Token);
        }
        catch (DiscordApiException ex) when (ex.IsInteractionOver)
        {
            watch.Log.AnswerTooLate(ex.Message);
        }
        catch (Exception ex) when (ex is DiscordApiException or HttpRequestException or TimeoutException or InvalidRequestLimitException || (ex is OperationCanceledException && !ct.IsCancellationRequested))
        {
            watch.Log.InteractionFailed(ex);
        }
    }

    async Task ProposeAsync(Interaction interaction, CancellationToken ct)
    {
        var choices = DiscordInbound.Typing(interaction) is var (_, _, text) ? await road.Proposals.ForAsync(text, ct) : [];
        await client.AnswerAsync(interaction, InteractionAnswer.Choices(choices), ct);
    }

    async Task BeginAsync(Interaction interaction, IncomingMessage message, CancellationToken ct)
    {
        var talk = new Talk(interaction, message, IsPrivate: road.Pipeline.Find(message)?.Answer == Answer.Private);
        try
        {
            await client.AnswerAsync(interaction, talk.FirstAnswer, ct);
        }
        catch (DiscordApiException ex) when (ex.IsAlreadyAnswered)
        {
            // The first try arrived although its answer was lost.
        }
        var began = watch.Time.GetTimestamp();
        if (!road.Lanes.Post(message, stop => AnswerAsync(talk, began, stop))) await delivery.DeliverAsync(talk, Replies.Busy(message), ct);
    }

    async Task AnswerAsync(Talk talk, long began, CancellationToken ct)
    {
        var reply = await road.Pipeline.RunAsync(talk.Message, ct);
        var left = Talk.Life - watch.Time.GetElapsedTime(began);
        using var timeout = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, watch.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            await delivery.DeliverAsync(talk, reply, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            watch.Log.AnswerTooLate("15 minutes are over");
        }
    }
}
