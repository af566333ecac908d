using System.Runtime.InteropServices;

namespace MusicFlow.Learning.Buffers;

/// <summary>Asks Linux to back large buffers by pages of 2 MiB, which spares most page-table walks of the scattered row reads (madvise(2), MADV_HUGEPAGE).</summary>
internal static unsafe partial class HugePages
{
    /// <summary>Bytes of a huge page on x86-64 and, by default, on ARM64.</summary>
    public const nuint Size = 1 << 21;

    private const int MadvHugePage = 14;

    /// <summary>A hint: without effect on other systems, and a refusal changes nothing but speed.</summary>
    /// <param name="start">Aligned to <see cref="Size"/>.</param>
    /// <param name="bytes">Length of the buffer.</param>
    public static void Advise(void* start, nuint bytes)
    {
        if (OperatingSystem.IsLinux()) _ = Madvise(start, bytes, MadvHugePage);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Madvise(void* start, nuint length, int advice);
}
