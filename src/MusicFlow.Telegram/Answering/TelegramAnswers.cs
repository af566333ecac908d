using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram.Answering;

/// <summary>Asks the pipeline and brings its reply to where it belongs. Each method ends when the reply is known; what it returns ends when it is sent.</summary>
sealed class TelegramAnswers(CommandPipeline pipeline, TelegramSender sender, TelegramClient client, PrivateAnswers privately, (ChatRoles Roles, InlineAnswers Inline, TimeProvider Time) help)
{
    /// <summary>A press is answered after this time at the latest, so that its button stops spinning; until then the reply itself may be the answer.</summary>
    static readonly TimeSpan SpinTime = TimeSpan.FromSeconds(1);

    /// <summary>An answer that takes longer is announced with "typing".</summary>
    static readonly TimeSpan SilentTime = TimeSpan.FromSeconds(1);

    /// <summary>Answers what somebody wrote.</summary>
    public async Task<Task> AnswerAsync(TelegramEvent.Said said, CancellationToken ct)
    {
        var message = await help.Roles.WithRoleAsync(said.Message, pipeline, ct);
        var running = pipeline.RunAsync(message, ct);
        if (!await EndsWithinAsync(running, SilentTime, ct)) await ShowTypingAsync(message, ct);
        return await running is { } reply ? SendAsync(message, said.MessageId, reply, ct) : Task.CompletedTask;
    }

    /// <summary>Answers a pressed button: by a note to the presser, by changing its message, or by a new one.</summary>
    public async Task<Task> AnswerAsync(TelegramEvent.Pressed pressed, CancellationToken ct)
    {
        var message = await help.Roles.WithRoleAsync(pressed.Message, pipeline, ct);
        var running = pipeline.RunAsync(message, ct);
        var isInTime = await EndsWithinAsync(running, SpinTime, ct);
        if (!isInTime) await EndSpinAsync(pressed.QueryId, null, ct);
        var reply = await running;
        if (reply is null) return isInTime ? EndSpinAsync(pressed.QueryId, null, ct) : Task.CompletedTask;
        if (isInTime && reply.IsPrivate && !message.IsPrivate && PressNote.Of(reply) is { } note) return EndSpinAsync(pressed.QueryId, note, ct);
        return Task.WhenAll(isInTime ? EndSpinAsync(pressed.QueryId, null, ct) : Task.CompletedTask, ShowAsync(pressed, message, reply, ct));
    }

    /// <summary>Answers what somebody types behind the bot's name.</summary>
    public Task<Task> AnswerAsync(TelegramEvent.Asked asked, CancellationToken ct) => help.Inline.AnswerAsync(asked, ct);

    /// <summary>Whether nothing newer was typed after a short pause.</summary>
    public Task<bool> IsLastAsync(TelegramEvent.Asked asked) => help.Inline.IsLastAsync(asked);

    /// <summary>Says that too much waits already.</summary>
    public Task RefuseAsync(TelegramEvent.Said said) => SendAsync(said.Message, said.MessageId, Replies.Busy(said.Message), CancellationToken.None);

    /// <inheritdoc cref="RefuseAsync(TelegramEvent.Said)"/>
    public Task RefuseAsync(TelegramEvent.Pressed pressed) => EndSpinAsync(pressed.QueryId, PressNote.Of(Replies.Busy(pressed.Message)), CancellationToken.None);

    /// <inheritdoc cref="RefuseAsync(TelegramEvent.Said)"/>
    public Task RefuseAsync(TelegramEvent.Asked asked) => help.Inline.RefuseAsync(asked, CancellationToken.None);

    Task ShowAsync(TelegramEvent.Pressed pressed, IncomingMessage message, Reply reply, CancellationToken ct)
    {
        var isInline = pressed.Source is { } place && TelegramMessageId.Parse(place.MessageId).InlineId is not null;
        if (pressed.Source is { } source && (isInline || reply.ReplacesSource) && !(reply.IsPrivate && !message.IsPrivate)) return sender.EditNowAsync(source, reply, ct);
        if (isInline) return Task.CompletedTask;
        return SendAsync(message, pressed.Source is { } card ? TelegramMessageId.Parse(card.MessageId).Number : null, reply, ct, pressed.QueryId);
    }

    /// <summary>In a group an answer hangs on what it answers.</summary>
    Task SendAsync(IncomingMessage message, long? about, Reply reply, CancellationToken ct, string? queryId = null)
    {
        if (reply.IsPrivate && !message.IsPrivate) return privately.SendAsync(message, about, reply, queryId, ct);
        return sender.SendAsync(message.Chat, Destination.Of(message.Chat) with { ReplyTo = message.IsPrivate ? null : about }, reply, ct);
    }

    async Task EndSpinAsync(string queryId, string? note, CancellationToken ct)
    {
        try
        {
            await client.AnswerCallbackQueryAsync(new AnswerCallbackQuery(queryId) { Text = note, ShowAlert = note is null ? null : true }, ct);
        }
        catch (TelegramApiException ex) when (ex.Says("query is too old") || ex.Says("QUERY_ID_INVALID"))
        {
            // Nobody waits any more.
        }
    }

    async Task ShowTypingAsync(IncomingMessage message, CancellationToken ct)
    {
        try
        {
            var to = Destination.Of(message.Chat);
            await client.SendChatActionAsync(new SendChatAction(to.Chat, "typing") { MessageThreadId = to.Topic }, ct);
        }
        catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException)
        {
            // Only a courtesy.
        }
    }

    async Task<bool> EndsWithinAsync(Task running, TimeSpan most, CancellationToken ct)
    {
        if (running.IsCompleted) return true;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var first = await Task.WhenAny(running, Task.Delay(most, help.Time, end.Token));
        await end.CancelAsync();
        return first == running;
    }
}
