using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>The card of a song outside any conversation, for pages that can be shared. Keeps nothing. Thread-safe.</summary>
public sealed class SongCards
{
    readonly SongPredictor predictor;
    readonly SongPictures pictures;

    internal SongCards(SongPredictor predictor, SongPictures pictures) => (this.predictor, this.pictures) = (predictor, pictures);

    /// <summary>The card that <c>/predict</c> answers.</summary>
    /// <param name="track">A track of the catalogue.</param>
    /// <param name="words">The language.</param>
    public Reply Of(TrackFacts track, Language words)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(words);
        var nobody = new IncomingMessage { Chat = default, Caller = new Caller(default, ""), Text = "" };
        return PredictReply.Of(new CommandCall(PredictHandler.Spec, "", nobody, new ChatSettings(), words), predictor.Predict(track), pictures);
    }
}
