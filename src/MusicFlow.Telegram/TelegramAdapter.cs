using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Chat.Lanes;
using MusicFlow.Telegram.Answering;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram;

/// <summary>The bot on Telegram: reads updates, lets the pipeline answer, sends what it says. Runs as long as the program.</summary>
/// <remarks>A stop reads no further, lets what was taken be answered and sent, and confirms it to Telegram; the rest comes again after the start.</remarks>
sealed class TelegramAdapter(TelegramConnection connection, TelegramSender sender, ChatLanes lanes, TelegramAnswers answers, ILogger<TelegramAdapter> log) : BackgroundService, IHostedLifecycleService
{
    volatile bool isStopping;

    /// <summary>Whether updates can be taken: Telegram has said who the bot is.</summary>
    public bool IsReady => connection.Bot is not null;

    /// <summary>Whether no more updates are taken.</summary>
    public bool IsStopping => isStopping;

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        isStopping = true;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await sender.DrainAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await connection.ConfirmAsync();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Handles one update.</summary>
    /// <returns>Ends when it is answered, or needs no answer; is cancelled when it shall come again after a restart.</returns>
    public Task HandleAsync(Update update)
    {
        switch (TelegramInbound.Translate(update, connection.Bot!))
        {
            case TelegramEvent.Said said: return PostAsync(said.Message, ct => answers.AnswerAsync(said, ct), () => answers.RefuseAsync(said));
            case TelegramEvent.Pressed pressed: return PostAsync(pressed.Message, ct => answers.AnswerAsync(pressed, ct), () => answers.RefuseAsync(pressed));
            case TelegramEvent.Asked asked: return AskAsync(asked);
            case TelegramEvent.Moved(var from, var to): connection.Moved.Add(from, to); break;
            case TelegramEvent.Membership { IsGone: var isGone }: log.MembershipChanged(isGone ? "left" : "joined"); break;
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => connection.RunAsync(HandleAsync, stoppingToken);

    /// <summary>Of what somebody types, only what they stop at is worth an answer.</summary>
    async Task AskAsync(TelegramEvent.Asked asked)
    {
        if (await answers.IsLastAsync(asked)) await PostAsync(asked.Message, ct => answers.AnswerAsync(asked, ct), () => answers.RefuseAsync(asked));
    }

    /// <param name="message">Tells the lane.</param>
    /// <param name="answer">Ends when the answer is known; what it returns ends when the answer is sent.</param>
    /// <param name="refuse">Says that too much waits already.</param>
    Task PostAsync(IncomingMessage message, Func<CancellationToken, Task<Task>> answer, Func<Task> refuse)
    {
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (lanes.Post(message, ct => AnswerAsync(answer, handled, ct))) return handled.Task;
        return isStopping ? Task.FromCanceled(new CancellationToken(canceled: true)) : SendAsync(refuse());
    }

    async Task AnswerAsync(Func<CancellationToken, Task<Task>> answer, TaskCompletionSource handled, CancellationToken ct)
    {
        try
        {
            var sending = await answer(ct);
            _ = FinishAsync(sending, handled);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            handled.TrySetResult();
            throw;
        }
        finally
        {
            if (ct.IsCancellationRequested) handled.TrySetCanceled(ct);
        }
    }

    async Task FinishAsync(Task sending, TaskCompletionSource handled)
    {
        await SendAsync(sending);
        handled.TrySetResult();
    }

    /// <summary>An answer that does not arrive is one log line.</summary>
    async Task SendAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (ReplyNotSentException ex) when (ex.IsChatGone)
        {
            log.ChatGone();
        }
        catch (Exception ex) when (ex is ReplyNotSentException or TelegramApiException or HttpRequestException or TimeoutException)
        {
            log.AnswerNotSent(ex);
        }
    }
}
