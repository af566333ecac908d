namespace MusicFlow.Learning.Tests.Metrics;

/// <summary>Ten rows with ties and zeros; what the metrics make of them was computed once by scikit-learn 1.2.1 and SciPy.</summary>
internal static class Sample
{
    public static readonly float[] Counts = [0, 3, 0, 1, 30, 2, 0, 7, 1, 0];
    public static readonly double[] Means = [0.1, 2, 0.4, 0.4, 11, 2, 0.05, 2, 3, 0.9];
    public static readonly double[] Probabilities = [0.1, 0.9, 0.4, 0.4, 0.99, 0.7, 0.05, 0.8, 0.6, 0.3];
}
