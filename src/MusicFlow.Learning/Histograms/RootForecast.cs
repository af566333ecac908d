using System.Runtime.Intrinsics;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Histograms;

/// <summary>Derives the root histogram of the next round from the leaves of this one, which spares the largest pass over the rows.</summary>
/// <remarks>
/// Where a <see cref="LeafShift"/> exists, all samples of a leaf change alike, so the next root is a sum of linear images of the leaf histograms.
/// The result is rounded to whole steps, so that every later sum stays exact. Not thread-safe.
/// </remarks>
internal sealed unsafe class RootForecast(int slots) : IDisposable
{
    private readonly Histogram next = new(slots);
    private double gradientUnit = 1;
    private double hessianUnit = 1;

    /// <summary>Whether a whole tree has been gathered.</summary>
    public bool Ready { get; private set; }

    /// <summary>Starts gathering the leaves of a tree.</summary>
    public void Begin(GradientTable gradients)
    {
        next.Clear();
        (gradientUnit, hessianUnit) = (gradients.GradientScale.CoarseUnit, gradients.HessianScale.CoarseUnit);
        Ready = true;
    }

    /// <summary>Forgets what was gathered; the next root is then built from its rows.</summary>
    public void Forget() => Ready = false;

    /// <summary>Gathers one leaf.</summary>
    public void Add(Histogram leaf, LeafShift shift)
    {
        var map = new Map(shift, gradientUnit, hessianUnit);
        var g = next.Gradients;
        var h = next.Hessians;
        for (var i = 0; i < slots; i += 4) map.AddTo(g + i, h + i, Vector256.Load(leaf.Gradients + i), Vector256.Load(leaf.Hessians + i));
    }

    /// <summary>Gathers two sibling leaves: one with its histogram, the other as the rest of the parent.</summary>
    public void AddPair(Histogram parent, Histogram one, LeafShift shiftOfOne, LeafShift shiftOfOther)
    {
        var (mapOne, mapOther) = (new Map(shiftOfOne, gradientUnit, hessianUnit), new Map(shiftOfOther, gradientUnit, hessianUnit));
        var g = next.Gradients;
        var h = next.Hessians;
        for (var i = 0; i < slots; i += 4)
        {
            var (oneG, oneH) = (Vector256.Load(one.Gradients + i), Vector256.Load(one.Hessians + i));
            mapOne.AddTo(g + i, h + i, oneG, oneH);
            mapOther.AddTo(g + i, h + i, Vector256.Load(parent.Gradients + i) - oneG, Vector256.Load(parent.Hessians + i) - oneH);
        }
    }

    /// <summary>Writes the root histogram in the steps of the new gradients, and forgets it.</summary>
    public void MoveTo(Histogram root, GradientTable gradients)
    {
        var factorG = Vector256.Create(gradientUnit / gradients.GradientScale.CoarseUnit);
        var factorH = Vector256.Create(hessianUnit / gradients.HessianScale.CoarseUnit);
        for (var i = 0; i < slots; i += 4)
        {
            Vector256.Round(Vector256.Load(next.Gradients + i) * factorG).Store(root.Gradients + i);
            Vector256.Round(Vector256.Load(next.Hessians + i) * factorH).Store(root.Hessians + i);
        }
        Ready = false;
    }

    /// <inheritdoc/>
    public void Dispose() => next.Dispose();

    private readonly struct Map(LeafShift shift, double gradientUnit, double hessianUnit)
    {
        private readonly Vector256<double> gg = Vector256.Create(shift.GradientByGradient);
        private readonly Vector256<double> gh = Vector256.Create(shift.GradientByHessian * hessianUnit / gradientUnit);
        private readonly Vector256<double> hg = Vector256.Create(shift.HessianByGradient * gradientUnit / hessianUnit);
        private readonly Vector256<double> hh = Vector256.Create(shift.HessianByHessian);

        public void AddTo(double* gradients, double* hessians, Vector256<double> g, Vector256<double> h)
        {
            (Vector256.Load(gradients) + gg * g + gh * h).Store(gradients);
            (Vector256.Load(hessians) + hg * g + hh * h).Store(hessians);
        }
    }
}
