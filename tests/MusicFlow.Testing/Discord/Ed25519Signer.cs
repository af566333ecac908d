using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace MusicFlow.Testing.Discord;

/// <summary>Signs as Discord does. Written from RFC 8032 with plain big integers, so that it shares nothing with the code that checks.</summary>
public sealed class Ed25519Signer
{
    static readonly BigInteger Prime = BigInteger.Pow(2, 255) - 19;
    static readonly BigInteger Order = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    static readonly BigInteger D = Modulo(-121665 * Inverse(121666));
    static readonly Point[] Doublings = PowersOfBase();

    readonly BigInteger scalar;
    readonly byte[] prefix;

    /// <param name="secret">32 bytes.</param>
    public Ed25519Signer(ReadOnlySpan<byte> secret)
    {
        var hash = SHA512.HashData(secret);
        hash[0] &= 248;
        hash[31] = (byte)((hash[31] & 127) | 64);
        scalar = new BigInteger(hash.AsSpan(0, 32), isUnsigned: true);
        prefix = hash[32..];
        PublicKey = Encode(TimesBase(scalar));
    }

    /// <summary>32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <summary>The key as a developer portal shows it.</summary>
    public string PublicKeyHex => Convert.ToHexStringLower(PublicKey);

    /// <summary>Signs a message (RFC 8032, 5.1.6).</summary>
    /// <returns>64 bytes.</returns>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        var nonce = HashScalar([.. prefix, .. message]);
        var point = Encode(TimesBase(nonce));
        var challenge = HashScalar([.. point, .. PublicKey, .. message]);
        return [.. point, .. Bytes((nonce + challenge * scalar) % Order)];
    }

    static BigInteger HashScalar(byte[] bytes) => new BigInteger(SHA512.HashData(bytes), isUnsigned: true) % Order;

    static Point TimesBase(BigInteger factor)
    {
        var sum = new Point(0, 1, 1);
        for (var bit = 0; !factor.IsZero; bit++, factor >>= 1)
            if (!factor.IsEven)
                sum = Add(sum, Doublings[bit]);
        return sum;
    }

    static Point[] PowersOfBase()
    {
        var y = Modulo(4 * Inverse(5));
        var x = BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", CultureInfo.InvariantCulture);
        var powers = new Point[256];
        powers[0] = new Point(x, y, 1);
        for (var i = 1; i < powers.Length; i++)
            powers[i] = Add(powers[i - 1], powers[i - 1]);
        return powers;
    }

    /// <summary>Projective addition for a = −1 (Bernstein, Birkner, Joye, Lange, Peters 2008, "Twisted Edwards curves", section 6).</summary>
    static Point Add(Point p, Point q)
    {
        var a = p.Z * q.Z % Prime;
        var b = a * a % Prime;
        var (c, d) = (p.X * q.X % Prime, p.Y * q.Y % Prime);
        var e = D * c % Prime * d % Prime;
        var (f, g) = (b - e, b + e);
        var x = a * f % Prime * ((p.X + p.Y) * (q.X + q.Y) - c - d) % Prime;
        var y = a * g % Prime * (d + c) % Prime;
        return new Point(x, y, f * g % Prime);
    }

    static byte[] Encode(Point point)
    {
        var inverse = Inverse(Modulo(point.Z));
        var (x, y) = (Modulo(point.X * inverse), Modulo(point.Y * inverse));
        var bytes = Bytes(y);
        if (!x.IsEven) bytes[31] |= 0x80;
        return bytes;
    }

    static byte[] Bytes(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, Prime - 2, Prime);

    static BigInteger Modulo(BigInteger value)
    {
        var rest = value % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z);
}
