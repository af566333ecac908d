namespace MusicFlow.Learning.Boosting;

/// <summary>Remembers the best round and says when to stop waiting for a better one.</summary>
/// <param name="patience">Rounds without improvement after which training stops; 0 means never.</param>
internal sealed class EarlyStopping(int patience)
{
    /// <summary>The round (from 1) with the lowest loss; the first of equals. 0 before any.</summary>
    public int BestRound { get; private set; }

    /// <summary>Its loss.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>Takes note of a round.</summary>
    /// <returns>Whether to go on.</returns>
    public bool Note(int round, double loss)
    {
        if (loss < BestLoss || BestRound == 0) (BestRound, BestLoss) = (round, loss);
        return patience == 0 || round - BestRound < patience;
    }
}
