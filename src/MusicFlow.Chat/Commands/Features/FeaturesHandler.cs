using System.Diagnostics;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;

namespace MusicFlow.Chat.Commands.Features;

/// <summary>Answers <c>/features</c>: what is known of a song, or of the one that the caller asked for last.</summary>
sealed class FeaturesHandler(SongLookup songs, SongPictures pictures) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("features", Texts.FeaturesSummary, Answer.Public)
    {
        Options = [new("song", Texts.SongOrLastOption) { IsSong = true }, new("sources", Texts.RawOption) { Choices = [FeaturesArguments.Raw] }],
        Examples = ["The Less I Know The Better - Tame Impala", $"The Less I Know The Better - Tame Impala {FeaturesArguments.Raw}"],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var arguments = FeaturesArguments.Of(call.Text);
        return await songs.FindOrLastAsync(call with { Text = arguments.Song }, Spec.Name, ct) switch
        {
            SongMatch.Found(var track) => arguments.IsRaw ? FeaturesReply.Raw(call.Words, track) : FeaturesReply.Of(call, track, pictures),
            SongMatch.Unclear(var reply) => reply,
            _ => throw new UnreachableException(),
        };
    }
}
