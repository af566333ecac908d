namespace MusicFlow.Learning.Histograms;

/// <summary>A power-of-two scale at which real numbers become 31-bit integers, whose sums are exact and do not depend on their order.</summary>
/// <param name="Exponent">An integer n stands for n·2^−exponent.</param>
internal readonly record struct FixedPoint(int Exponent)
{
    /// <summary>No integer exceeds this; it leaves the <see cref="CoarseBits"/> rounded away below room to be added.</summary>
    public const int Limit = (1 << 30) - (1 << 13);

    /// <summary>Histograms drop so many low bits, so that a gradient and a hessian fit one 64-bit sum.</summary>
    public const int CoarseBits = 12;

    private const int LeastExponent = -100;
    private const int MostExponent = 120;

    /// <summary>The finest scale at which <paramref name="largest"/> still fits.</summary>
    /// <param name="largest">≥ 0 and finite.</param>
    public static FixedPoint For(float largest)
    {
        if (largest == 0) return new FixedPoint(MostExponent);
        var exponent = 30 - Math.ILogB(largest) - 1;
        while (Math.ScaleB((double)largest, exponent) > Limit) exponent--;
        return new FixedPoint(Math.Clamp(exponent, LeastExponent, MostExponent));
    }

    /// <summary>Integers per 1.</summary>
    public float Scale => MathF.ScaleB(1, Exponent);

    /// <summary>What an integer step stands for.</summary>
    public double Unit => Math.ScaleB(1, -Exponent);

    /// <summary>What a step of a histogram entry stands for.</summary>
    public double CoarseUnit => Math.ScaleB(1, CoarseBits - Exponent);

    /// <summary>Whether the number fits without overflow and without giving away more than two bits.</summary>
    public bool Suits(float largest) => largest == 0 || Math.Abs(For(largest).Exponent - Exponent) <= 2 && Math.ScaleB((double)largest, Exponent) <= Limit;
}
