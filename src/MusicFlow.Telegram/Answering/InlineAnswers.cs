using System.Collections.Concurrent;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;

namespace MusicFlow.Telegram.Answering;

/// <summary>Answers what somebody types behind the bot's name in any chat. Each pause of theirs is one question; only the last counts. Thread-safe.</summary>
sealed class InlineAnswers(CommandPipeline pipeline, TelegramClient client, TimeProvider time)
{
    static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(300);

    readonly ConcurrentDictionary<PersonId, string> last = new();

    /// <summary>Whether nothing newer was typed after a short pause.</summary>
    public async Task<bool> IsLastAsync(TelegramEvent.Asked asked)
    {
        last[asked.Message.Caller.Id] = asked.QueryId;
        await Task.Delay(TypingPause, time);
        return last.TryRemove(new KeyValuePair<PersonId, string>(asked.Message.Caller.Id, asked.QueryId));
    }

    /// <summary>Asks the pipeline; what is returned ends when the answer is sent.</summary>
    public async Task<Task> AnswerAsync(TelegramEvent.Asked asked, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(asked.Message.Text)) return SendAsync(asked, InlineResults.None, ct);
        return SendAsync(asked, InlineResults.Of(await pipeline.RunAsync(asked.Message, ct)), ct);
    }

    /// <summary>Offers nothing, for now.</summary>
    public Task RefuseAsync(TelegramEvent.Asked asked, CancellationToken ct) => SendAsync(asked, InlineResults.None, ct);

    async Task SendAsync(TelegramEvent.Asked asked, InlineResults results, CancellationToken ct)
    {
        var hint = results.Articles.Count > 0 ? null : new InlineQueryResultsButton(PlatformReplies.InlineHint(asked.Message), InlineResults.StartParameter);
        try
        {
            // The same words may mean another song, and another number, to somebody else.
            await client.AnswerInlineQueryAsync(new AnswerInlineQuery(asked.QueryId, results.Articles, results.CacheSeconds, IsPersonal: true) { Button = hint }, ct);
        }
        catch (TelegramApiException ex) when (ex.Says("query is too old"))
        {
            // They have typed on.
        }
    }
}
