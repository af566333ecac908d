using System.Diagnostics;
using MusicFlow.Chat.Commands.Pick;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;

namespace MusicFlow.Chat.Commands.Predict;

/// <summary>Answers <c>/predict</c>: how often somebody will play a song, in streams within a year (0–30).</summary>
sealed class PredictHandler(SongLookup songs, SongPredictor predictor, SongPictures pictures) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("predict", Texts.PredictSummary, Answer.Public)
    {
        Options = [new("song", Texts.SongOption) { IsRequired = true, IsSong = true }],
        Examples = ["The Less I Know The Better - Tame Impala", "Bohemian Rhapsody by Queen"],
        Aliases = ["p"],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => await songs.FindAsync(call, PickHandler.Spec.Name, ct) switch
    {
        SongMatch.Found(var track) => PredictReply.Of(call, await predictor.PredictAsync(call, track, ct), pictures),
        SongMatch.Unclear(var reply) => reply,
        _ => throw new UnreachableException(),
    };
}
