namespace MusicFlow.Learning.Histograms;

/// <summary>Exact sums of gradients and hessians over a set of samples, in steps of their <see cref="FixedPoint"/> scales.</summary>
internal readonly record struct GradientSums(long Gradient, long Hessian)
{
    /// <summary>The sums over both sets.</summary>
    public static GradientSums operator +(GradientSums a, GradientSums b) => new(a.Gradient + b.Gradient, a.Hessian + b.Hessian);

    /// <summary>The sums over the samples of <paramref name="a"/> that are not in <paramref name="b"/>.</summary>
    public static GradientSums operator -(GradientSums a, GradientSums b) => new(a.Gradient - b.Gradient, a.Hessian - b.Hessian);
}
