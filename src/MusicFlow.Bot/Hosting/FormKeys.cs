using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Storage;

namespace MusicFlow.Bot.Hosting;

/// <summary>The keys that sign the forms of the pages, kept in the data folder: a form outlives a restart.</summary>
internal static class FormKeys
{
    /// <summary>Adds them, readable by this program's user alone.</summary>
    public static void AddFormKeys(this IServiceCollection services, IConfiguration settings)
    {
        var folder = new DirectoryInfo(Path.Combine(DataDirectory.Of(settings), "keys"));
        services.AddDataProtection().SetApplicationName("musicflow").PersistKeysToFileSystem(folder);
        if (OperatingSystem.IsWindows()) folder.Create();
        else Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
