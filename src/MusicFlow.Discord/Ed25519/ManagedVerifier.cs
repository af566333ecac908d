using System.Numerics;
using System.Security.Cryptography;

namespace MusicFlow.Discord.Ed25519;

/// <summary>Ed25519 in managed code, for systems without a loadable libcrypto. Thread-safe.</summary>
/// <remarks>RFC 8032, 5.1.7, without the cofactor, as OpenSSL does. Variable time: a verifier holds no secret.</remarks>
sealed class ManagedVerifier : ISignatureVerifier
{
    static readonly BigInteger Order = new(Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010"), isUnsigned: true);

    readonly byte[] key;
    readonly CurvePoint[] negated;

    ManagedVerifier(byte[] key, in CurvePoint point)
    {
        this.key = key;
        negated = CurvePoint.Multiples(-point);
    }

    /// <summary>A verifier for a key; <see langword="null"/> where the key is no point of the curve.</summary>
    public static ManagedVerifier? Of(byte[] key) => CurvePoint.Decompress(key) is { } point ? new ManagedVerifier(key, point) : null;

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Span<byte> k = stackalloc byte[32];
        Challenge(signature[..32], message, k);
        Span<byte> point = stackalloc byte[32];
        CurvePoint.Combine(signature[32..], k, negated).Compress(point);
        return point.SequenceEqual(signature[..32]);
    }

    /// <summary>SHA-512(R ‖ A ‖ M) modulo the order.</summary>
    void Challenge(ReadOnlySpan<byte> r, ReadOnlySpan<byte> message, Span<byte> k)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(r);
        hash.AppendData(key);
        hash.AppendData(message);
        Span<byte> digest = stackalloc byte[64];
        hash.GetHashAndReset(digest);
        k.Clear();
        (new BigInteger(digest, isUnsigned: true) % Order).TryWriteBytes(k, out _, isUnsigned: true);
    }
}
