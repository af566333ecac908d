namespace MusicFlow.Discord.Ed25519;

/// <summary>Checks the equation of a signature for one public key; the forms are checked before. Thread-safe.</summary>
interface ISignatureVerifier
{
    /// <summary>Whether [S]B = R + [k]A, compared as encoded points.</summary>
    /// <param name="message">What was signed.</param>
    /// <param name="signature">64 bytes R ‖ S.</param>
    bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}
