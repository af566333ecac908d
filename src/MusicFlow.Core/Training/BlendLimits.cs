using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Training;

/// <summary>When a blend is worth its size.</summary>
/// <param name="MostNodes">Nodes that it may have; about 65 bytes each in the model file.</param>
/// <param name="LeastGain">Share by which its deviance must be lower than the best single candidate's; may be negative.</param>
public sealed record BlendLimits(int MostNodes, double LeastGain)
{
    /// <summary>The limits for a model that serves somebody.</summary>
    /// <remarks>
    /// For any listener: about 1 MB, because every start of the program reads it, and only if clearly better than one model.
    /// For one listener: about 4 MB, and unless clearly worse: the best of many candidates looks better than it is, by having been
    /// chosen, while a blend was not.
    /// </remarks>
    public static BlendLimits For(ModelKind kind) => kind == ModelKind.AnyListener ? new(15_000, 0.005) : new(60_000, -0.005);
}
