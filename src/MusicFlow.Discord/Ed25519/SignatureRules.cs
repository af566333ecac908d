namespace MusicFlow.Discord.Ed25519;

/// <summary>What is refused before any curve arithmetic, whichever verifier does it: forms that libraries disagree about.</summary>
/// <remarks>RFC 8032, 5.1.3 and 5.1.7; Chalkias, Garillot, Nikolaenko 2020, "Taming the many EdDSAs".</remarks>
static class SignatureRules
{
    /// <summary>Order of the base point, big-endian.</summary>
    static readonly byte[] Order = Convert.FromHexString("1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed");

    /// <summary>2^255 − 19, big-endian.</summary>
    static readonly byte[] Prime = Convert.FromHexString("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");

    /// <summary>The y of every point whose order divides 8, big-endian.</summary>
    static readonly byte[][] SmallOrders =
    [
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000001"),
        Convert.FromHexString("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"),
        Convert.FromHexString("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826"),
        Convert.FromHexString("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"),
    ];

    /// <summary>Whether a scalar is below the order, so that no second signature can be made from one.</summary>
    /// <param name="scalar">32 bytes, little-endian.</param>
    public static bool IsCanonicalScalar(ReadOnlySpan<byte> scalar)
    {
        Span<byte> bytes = stackalloc byte[32];
        return BigEndian(scalar, bytes).SequenceCompareTo(Order) < 0;
    }

    /// <summary>Whether a compressed point is written in its only form and generates more than eight points.</summary>
    /// <param name="point">32 bytes, little-endian, the sign of x in the top bit.</param>
    public static bool IsSoundPoint(ReadOnlySpan<byte> point)
    {
        Span<byte> bytes = stackalloc byte[32];
        var y = BigEndian(point, bytes);
        y[0] &= 0x7F;
        if (y.SequenceCompareTo(Prime) >= 0) return false;
        foreach (var small in SmallOrders)
            if (y.SequenceEqual(small))
                return false;
        return true;
    }

    static Span<byte> BigEndian(ReadOnlySpan<byte> little, Span<byte> bytes)
    {
        little.CopyTo(bytes);
        bytes.Reverse();
        return bytes;
    }
}
