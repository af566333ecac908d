using System.Runtime.CompilerServices;
using MusicFlow.Storage.Dialects;

namespace MusicFlow.Storage.Tests;

/// <summary>Chooses the native SQLite before any test: a connection made past the data source would load the bundled one beside it.</summary>
internal static class NativeChoice
{
#pragma warning disable CA2255 // A test assembly has no other place that runs before everything else.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Load() => SqliteNative.Load();
}
