using MusicFlow.Chat.Commands;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Predicts the song of a command and keeps the answer among the chat's best. Thread-safe.</summary>
sealed class SongPredictor(Predictor predictor, ITopSongs top, TimeProvider clock)
{
    /// <summary>The model that answers.</summary>
    public ModelMetadata Model => predictor.Model;

    /// <summary>Predicts without leaving a trace.</summary>
    public Prediction Predict(TrackFacts track) => predictor.Predict(track, TrackKey.Of(track) ?? default, clock.GetUtcNow(), Surroundings.None);

    /// <summary>Predicts a song that the chat asked for.</summary>
    public async Task<Prediction> PredictAsync(CommandCall call, TrackFacts track, CancellationToken ct)
    {
        var prediction = Predict(track);
        if (track is { Id: { } id, Title: { } title, Artists: { Value.Count: > 0 } artists })
            await top.KeepAsync(call.Chat, new TopSong(id, title.Value, artists.Value[0], prediction.Streams, clock.GetUtcNow()), ct);
        return prediction;
    }
}
