using System.Diagnostics;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;

namespace MusicFlow.Chat.Commands.Why;

/// <summary>Answers <c>/why</c>: what the model leans on, for a song or for the one that the caller asked for last.</summary>
sealed class WhyHandler(SongLookup songs, SongPredictor predictor, SongPictures pictures) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("why", Texts.WhySummary, Answer.Public)
    {
        Options = [new("song", Texts.SongOrLastOption) { IsSong = true }],
        Examples = ["The Less I Know The Better - Tame Impala"],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await songs.FindOrLastAsync(call, Spec.Name, ct) switch
    {
        SongMatch.Found(var track) => WhyReply.Of(call, predictor.Predict(track), pictures),
        SongMatch.Unclear(var reply) => reply,
        _ => throw new UnreachableException(),
    };
}
