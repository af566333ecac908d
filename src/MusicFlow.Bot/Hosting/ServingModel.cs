using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Bot.Hosting;

/// <summary>The model that answers everybody.</summary>
internal static class ServingModel
{
    /// <summary>The model in use; where that one knows a single listener, the default model: nobody's taste answers for others.</summary>
    public static Predictor Of(ModelRegistry models, FactPolicy policy)
    {
        var current = models.Load();
        return new Predictor(current.Metadata.Kind == ModelKind.AnyListener ? current : models.Load(ModelRegistry.DefaultName), policy);
    }
}
