using System.Diagnostics.CodeAnalysis;

namespace MusicFlow.Discord.Ed25519;

/// <summary>A public key that checks signatures: strict forms first, then the curve. Thread-safe.</summary>
/// <remarks>RFC 8032. Refused beforehand: S not below the order, encodings that are not the only one of a point, points of small order.</remarks>
public sealed class Ed25519PublicKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureLength = 64;

    readonly ISignatureVerifier verifier;

    Ed25519PublicKey(ISignatureVerifier verifier) => this.verifier = verifier;

    /// <summary>Whether the curve is computed by the system's library; else by managed code, with the same answers.</summary>
    public bool IsNative => verifier is LibcryptoVerifier;

    /// <summary>Reads a key.</summary>
    /// <param name="hex">64 hexadecimal digits, as a developer portal shows them.</param>
    /// <param name="key">The key; <see langword="null"/> where the text is none.</param>
    public static bool TryParse(string? hex, [NotNullWhen(true)] out Ed25519PublicKey? key) => TryParse(hex, mayBeNative: true, out key);

    /// <inheritdoc cref="TryParse(string?, out Ed25519PublicKey?)"/>
    /// <param name="hex">64 hexadecimal digits.</param>
    /// <param name="mayBeNative">Whether the system's library may be used.</param>
    /// <param name="key">The key.</param>
    internal static bool TryParse(string? hex, bool mayBeNative, [NotNullWhen(true)] out Ed25519PublicKey? key)
    {
        key = null;
        var bytes = new byte[Length];
        if (hex is not { Length: 2 * Length } || !TryReadHex(hex, bytes) || !SignatureRules.IsSoundPoint(bytes)) return false;
        // The managed verifier is the judge of what is a point; OpenSSL would tell only at the first signature.
        if (ManagedVerifier.Of(bytes) is not { } managed) return false;
        ISignatureVerifier? native = mayBeNative ? LibcryptoVerifier.Of(bytes) : null;
        key = new Ed25519PublicKey(native ?? managed);
        return true;
    }

    /// <summary>Whether a signature of a message was made with the secret half of this key.</summary>
    /// <param name="message">What was signed, byte for byte.</param>
    /// <param name="signature">R ‖ S; anything but <see cref="SignatureLength"/> bytes is no signature.</param>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureLength
        && SignatureRules.IsCanonicalScalar(signature[32..])
        && SignatureRules.IsSoundPoint(signature[..32])
        && verifier.Verify(message, signature);

    /// <summary>Reads hexadecimal digits of an exact number.</summary>
    /// <param name="hex">Two digits for each byte, in either case.</param>
    /// <param name="bytes">Where they go.</param>
    internal static bool TryReadHex(ReadOnlySpan<char> hex, Span<byte> bytes) =>
        hex.Length == 2 * bytes.Length && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
}
