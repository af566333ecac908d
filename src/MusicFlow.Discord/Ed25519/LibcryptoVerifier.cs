using System.Runtime.InteropServices;

namespace MusicFlow.Discord.Ed25519;

/// <summary>Ed25519 by OpenSSL 3, which .NET itself uses on Linux: a second, widely used judge of the equation. Thread-safe.</summary>
/// <remarks>Source: OpenSSL 3.0 manual, EVP_DigestVerifyInit(3), EVP_PKEY_new_raw_public_key(3).</remarks>
sealed partial class LibcryptoVerifier : SafeHandle, ISignatureVerifier
{
    const string Library = "libcrypto.so.3";

    /// <summary>EVP_PKEY_ED25519 of <c>openssl/obj_mac.h</c>.</summary>
    const int Ed25519 = 1087;

    /// <summary>A handle of nothing yet.</summary>
    public LibcryptoVerifier() : base(0, ownsHandle: true)
    {
    }

    /// <summary>Whether this system has the library.</summary>
    public static bool IsLoadable { get; } = OperatingSystem.IsLinux() && NativeLibrary.TryLoad(Library, typeof(LibcryptoVerifier).Assembly, DllImportSearchPath.SafeDirectories, out _);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>A verifier for a key; <see langword="null"/> where the library is missing or refuses the key.</summary>
    public static LibcryptoVerifier? Of(ReadOnlySpan<byte> key)
    {
        if (!IsLoadable) return null;
        var verifier = new LibcryptoVerifier();
        verifier.SetHandle(NewPublicKey(Ed25519, 0, key, (nuint)key.Length));
        if (!verifier.IsInvalid) return verifier;
        verifier.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var isHeld = false;
        var context = NewContext();
        try
        {
            DangerousAddRef(ref isHeld);
            return context != 0
                && BeginVerify(context, 0, 0, 0, handle) == 1
                && Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
        }
        finally
        {
            FreeContext(context);
            if (isHeld) DangerousRelease();
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        FreeKey(handle);
        return true;
    }

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_new_raw_public_key")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewPublicKey(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Library, EntryPoint = "EVP_PKEY_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeKey(nint key);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void FreeContext(nint context);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerifyInit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int BeginVerify(nint context, nint keyContext, nint digest, nint engine, nint key);

    [LibraryImport(Library, EntryPoint = "EVP_DigestVerify")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Verify(nint context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint messageLength);
}
