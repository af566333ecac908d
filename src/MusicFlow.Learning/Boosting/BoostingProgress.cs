namespace MusicFlow.Learning.Boosting;

/// <summary>How a training run stands after a round.</summary>
/// <param name="Round">Rounds done, from 1.</param>
/// <param name="TrainLoss">Weighted mean loss on the training samples; <see langword="null"/> when validation samples are given (it costs a pass over all rows).</param>
/// <param name="ValidationLoss">Weighted mean loss on the validation samples; <see langword="null"/> without them.</param>
public sealed record BoostingProgress(int Round, double? TrainLoss, double? ValidationLoss);
