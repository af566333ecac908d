namespace MusicFlow.Learning.Tests.Linear;

/// <summary>Eight rows; what the linear learners make of them was computed once by scikit-learn 1.2.1 on the standardised features.</summary>
internal static class Table
{
    public static readonly FeatureMatrix Features = new([1, 2, 2, 1, 3, 5, 4, 3, 5, 8, 6, 4, 7, 6, 8, 9], 8, 2);
    public static readonly float[] Amounts = [1, 3, 2, 5, 4, 8, 7, 9], Labels = [0, 0, 1, 0, 1, 0, 1, 1], Weights = [1, 2, 1, 1, 3, 1, 1, 0.5f];
}
