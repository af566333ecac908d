using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Core.Predictions;

/// <summary>Answers how often a listener will play a track. Thread-safe.</summary>
/// <param name="model">The model.</param>
/// <param name="policy">Which facts it may see, by their source; <see langword="null"/> hides none.</param>
public sealed class Predictor(LoadedModel model, FactPolicy? policy = null)
{
    /// <summary>The model that answers.</summary>
    public ModelMetadata Model => model.Metadata;

    /// <summary>Predicts.</summary>
    /// <param name="track">The track's facts; what is unknown stays missing.</param>
    /// <param name="key">Its identity.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="around">What is known around it; a model for any listener needs nothing.</param>
    /// <param name="whose">Whose plays.</param>
    /// <exception cref="ModelFormatException">The model answered with something that is not a number: its leaves are damaged.</exception>
    public Prediction Predict(TrackFacts track, TrackKey key, DateTimeOffset now, Surroundings around, Whose whose = Whose.TypicalListener)
    {
        var vector = new float[model.Features.Count];
        FeatureSchema.Compute(model.Features, new FeatureRequest(policy?.ForServing(track) ?? track, key, now, around), model.Withheld, vector);
        var margin = model.Model.Margin(vector);
        if (!float.IsFinite(margin)) throw new ModelFormatException($"The model {model.Metadata.Id} answered with something that is not a number; train it again, or take another one with --model.");
        var answer = Expectation.Of(margin, model.Model.ChanceMargin(vector), model.Model.Objective);
        var contributions = model.Model.Contributions(vector);
        var prediction = new Prediction
        {
            Track = track,
            Whose = whose,
            Streams = answer.Streams,
            Range = model.Metadata.Calibration.Range(answer, ArtistKnown(vector)),
            ProbabilityOfAStream = model.Metadata.Calibration.ProbabilityOfAStream(answer),
            Verdict = Verdict.On(answer.Streams),
            Reasons = Reasons.Of(model.Features, vector, contributions, track, model.Model.Objective),
            TypicalStreams = Streams.Of((float)contributions[^1], model.Model.Objective),
            ModelId = model.Metadata.Id,
            Margin = margin,
            Features = model.Features,
            Vector = vector,
        };
        PredictionMeter.Count(prediction);
        return prediction;
    }

    private bool ArtistKnown(float[] vector)
    {
        for (var i = 0; i < vector.Length; i++)
            if (model.Features[i].Name == HistoryFeatures.KnownArtist) return vector[i] > 0;
        return false;
    }
}
