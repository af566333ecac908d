using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web;

/// <summary>Asks the model about a track of the catalogue, for a listener of whom nothing is known. Thread-safe.</summary>
internal sealed class TrackPredictor(Predictor predictor, TimeProvider clock)
{
    /// <summary>Predicts.</summary>
    /// <param name="track">A track with title and artist, as every track of the catalogue has them.</param>
    public Prediction Predict(TrackFacts track) =>
        predictor.Predict(track, TrackKey.Of(track) ?? throw new ArgumentException("A track of the catalogue has a title and an artist.", nameof(track)), clock.GetUtcNow(), Surroundings.None);
}
