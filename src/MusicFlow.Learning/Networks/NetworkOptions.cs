using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>Every setting of a training run of a <see cref="MultilayerPerceptron"/>. Checked when training starts; same options and samples, same weights.</summary>
public sealed record NetworkOptions
{
    /// <summary>What to optimise: squared error, Poisson (log link) or logistic. Other objectives are refused.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Width of each hidden layer, from the input on. 1 … 3 layers of 1 … 1024 units.</summary>
    public IReadOnlyList<int> HiddenLayers { get; init; } = [64, 64];

    /// <summary>Passes over the training rows at most. ≥ 1.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Rows per step. 1 … 65536.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Adam's step size. In (0, 1].</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>L2 penalty ½λ‖W‖² on the mean loss; biases are free. ≥ 0.</summary>
    public double L2 { get; init; } = 1e-4;

    /// <summary>Stop when the validation loss has not improved for so many epochs, and keep the best epoch; 0 means never stop early (the best epoch is kept all the same).</summary>
    public int EarlyStoppingEpochs { get; init; } = 8;

    /// <summary>Seed of the first weights and of the order of the rows.</summary>
    public ulong Seed { get; init; } = 42;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Check()
    {
        Refuse(Objective is not (Objective.SquaredError or Objective.Poisson or Objective.Logistic), nameof(Objective));
        Refuse(HiddenLayers is not { Count: >= 1 and <= 3 } || HiddenLayers.Any(width => width is < 1 or > NetworkShape.MaxWidth), nameof(HiddenLayers));
        Refuse(Epochs < 1, nameof(Epochs));
        Refuse(BatchSize is < 1 or > 65536, nameof(BatchSize));
        Refuse(!(LearningRate is > 0 and <= 1), nameof(LearningRate));
        Refuse(!(L2 >= 0 && double.IsFinite(L2)), nameof(L2));
        Refuse(EarlyStoppingEpochs < 0, nameof(EarlyStoppingEpochs));
    }

    private static void Refuse(bool wrong, string setting)
    {
        if (wrong) throw new ArgumentException($"{setting} is out of its range.", setting);
    }
}
