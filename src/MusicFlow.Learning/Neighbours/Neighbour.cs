namespace MusicFlow.Learning.Neighbours;

/// <summary>One point that lies near a query.</summary>
/// <param name="Index">Row of the point.</param>
/// <param name="Distance">Weighted Euclidean distance, ≥ 0, in the unit of the (standardised) features.</param>
public readonly record struct Neighbour(int Index, float Distance);
