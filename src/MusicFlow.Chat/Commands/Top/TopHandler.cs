using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands.Top;

/// <summary>Answers <c>/top</c>: the highest predictions that this chat has seen; its administrators may start afresh.</summary>
sealed class TopHandler(ITopSongs top) : ICommandHandler
{
    const int Shown = 10;
    const string Reset = "reset";
    const string ResetForSure = "reset yes";

    public static CommandSpec Spec { get; } = new("top", Texts.TopSummary, Answer.Public)
    {
        Options = [new("action", Texts.TopOption) { Choices = [Reset] }],
        Examples = [""],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => call.Text.ToLowerInvariant() switch
    {
        "" => TopReply.Of(call.Words, await top.GetAsync(call.Chat, Shown, ct)),
        Reset or ResetForSure when !call.MayChangeChat => Replies.Private(call.Words[Texts.AdministratorsOnly], ReplyKind.Refused),
        Reset => TopReply.Ask(call.Words, $"/{Spec.Name} {ResetForSure}"),
        ResetForSure => TopReply.Emptied(call, await top.ResetAsync(call.Chat, ct)),
        _ => Replies.Usage(call),
    };
}
