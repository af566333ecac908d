using MusicFlow.Chat;
using MusicFlow.Chat.Lanes;
using MusicFlow.Core.Chats;
using MusicFlow.Web.Markup;

namespace MusicFlow.Web.TryIt;

/// <summary>Carries what a visitor says onto the one road and its answer back onto the page. Thread-safe.</summary>
internal sealed class WebAdapter(CommandPipeline pipeline, ChatLanes lanes, Conversations conversations, PictureShelf pictures)
{
    const string Anybody = "web";

    /// <summary>Answers a visitor and keeps question and answer in their conversation.</summary>
    /// <returns>The turn, and the number of the turn whose place it takes.</returns>
    public async Task<(Turn Turn, long? Replaces)> AnswerAsync(Said said, CancellationToken ct)
    {
        var message = Translate(said);
        var reply = await RunAsync(message, ct);
        pictures.Keep(reply);
        var id = conversations.NextId();
        var old = reply.ReplacesSource ? conversations.Of(said.Session).FirstOrDefault(known => known.Id == said.Source) : null;
        // What changes in place still answers the first question.
        var asked = old?.Asked ?? Shown(said);
        var turn = new Turn(id, asked, Draw(id, asked, reply), reply.Buttons.DistinctBy(button => button.Command).ToDictionary(button => button.Command, button => button.Label, StringComparer.Ordinal));
        return conversations.Add(said.Session, turn, old?.Id) ? (turn, old?.Id) : (turn, null);
    }

    /// <summary>Runs a command for a page, without a trace in the conversation.</summary>
    public async Task<Reply> RunAsync(IncomingMessage message, CancellationToken ct)
    {
        var answered = new TaskCompletionSource<Reply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isQueued = lanes.Post(message, async stop =>
        {
            try
            {
                answered.TrySetResult(await pipeline.RunAsync(message, stop));
            }
            catch (OperationCanceledException)
            {
                answered.TrySetResult(null);
                throw;
            }
            catch (Exception ex)
            {
                answered.TrySetException(ex);
                throw;
            }
        });
        return (isQueued ? await answered.Task.WaitAsync(ct) : null) ?? Replies.Busy(message);
    }

    /// <summary>What a visitor says, as the pipeline takes it. Every visitor has a chat of their own.</summary>
    public static IncomingMessage Translate(Said said) => new()
    {
        Chat = WebSession.ChatOf(said.Session),
        Caller = new Caller(new PersonId(WebSession.Platform, said.Session), Anybody) { IsAdministrator = true },
        Text = said.Text,
        IsPrivate = true,
        IsPress = said.IsPress,
        Locale = said.Locale,
    };

    /// <summary>A pressed button is shown by its label.</summary>
    string Shown(Said said) => said.IsPress
        ? conversations.Of(said.Session).Select(turn => turn.Labels.GetValueOrDefault(said.Text)).LastOrDefault(label => label is not null) ?? said.Text
        : said.Text;

    static Html Draw(long id, string asked, Reply reply) => Html.Of(
        $"""<section class="turn" id="turn-{id}"><p class="asked" dir="auto">{asked}</p>{WebRenderer.Render(reply, id)}</section>""");
}

/// <summary>What a visitor typed or pressed.</summary>
/// <param name="Session">Whose conversation.</param>
/// <param name="Text">The text, or the command of the button.</param>
/// <param name="IsPress">Whether it was a button.</param>
/// <param name="Source">The turn whose button it was; <see langword="null"/> for none.</param>
/// <param name="Locale">The visitor's language, BCP 47.</param>
internal sealed record Said(string Session, string Text, bool IsPress, long? Source, string? Locale);
