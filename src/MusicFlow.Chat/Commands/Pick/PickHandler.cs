using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands.Pick;

/// <summary>Answers a press on an offered song: predicts it, and remembers it for the text that the presser had asked.</summary>
sealed class PickHandler(SongPicks picks, SongPredictor predictor, SongPictures pictures) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("pick", Texts.PickSummary, Answer.Public)
    {
        Options = [new("song", Texts.SongOption) { IsRequired = true }],
        IsListed = false,
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (!TrackId.TryParse(call.Text, out var id) || await picks.GetAsync(id, ct) is not { } track)
            return Replies.Private(call.Words[Texts.PickGone], ReplyKind.NotFound);
        var isOwn = await picks.RememberAsync(call, id, ct);
        var prediction = await predictor.PredictAsync(call, track, ct);
        // Somebody else's choice stays where it is: only the one who asked has chosen.
        return PredictReply.Of(call, prediction, pictures) with { ReplacesSource = isOwn && call.Message.IsPress };
    }
}
