using MusicFlow.Chat.Commands.Pick;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands.Wrong;

/// <summary>Answers a press on "Wrong song?": offers what else the question could mean, and says how to write it better.</summary>
sealed class WrongHandler(SongPicks picks) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("wrong", Texts.WrongSummary, Answer.Public)
    {
        Options = [new("song", Texts.SongOption) { IsRequired = true }],
        IsListed = false,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!TrackId.TryParse(call.Text, out var id) || await picks.GetAsync(id, ct) is not { } answered)
            return Replies.Private(call.Words[Texts.PickGone], ReplyKind.NotFound);
        var others = await picks.OthersAsync(call, answered, ct);
        if (others.Count == 0) return Reply.Say(call.Words[Texts.WrongNothing]) with { Kind = ReplyKind.NotFound };
        var offer = SongReplies.Offer(call.Words, call.Words[Texts.WrongWhich], others, PickHandler.Spec.Name);
        return offer with { Blocks = [.. offer.Blocks, new Block.Footer(call.Words[Texts.WrongAdvice])], Kind = ReplyKind.Ambiguous };
    }
}
