using System.Reflection;
using System.Runtime.InteropServices;

namespace MusicFlow.Storage.Dialects;

/// <summary>Prefers the system's SQLite over the bundled one where it is newer and has full-text search (docs/adr/0003).</summary>
internal static class SqliteNative
{
    /// <summary>Version of the SQLite in SQLitePCLRaw 2.0.6, as <c>sqlite3_libversion_number</c> tells it.</summary>
    const int BundledVersion = 3_035_005;

    static readonly string[] SystemNames = ["libsqlite3.so.0", "/usr/lib/libsqlite3.dylib", "winsqlite3.dll"];
    static readonly Lazy<nint> System = new(FindSystem);

    static SqliteNative() =>
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);

    /// <summary>Makes sure that the choice is made before the first connection.</summary>
    public static void Load() => SQLitePCL.Batteries_V2.Init();

    static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == "e_sqlite3" ? System.Value : 0;

    static nint FindSystem()
    {
        foreach (var name in SystemNames)
            if (NativeLibrary.TryLoad(name, out var library) && IsBetter(library))
                return library;
        return 0;
    }

    static bool IsBetter(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
        && NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var option)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() >= BundledVersion
        && Marshal.GetDelegateForFunctionPointer<OptionUsed>(option)("ENABLE_FTS5") == 1;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    delegate int OptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
