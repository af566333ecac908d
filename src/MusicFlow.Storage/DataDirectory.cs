using Microsoft.Extensions.Configuration;

namespace MusicFlow.Storage;

/// <summary>The folder that holds the database file and personal models.</summary>
public static class DataDirectory
{
    /// <summary>Key of the setting.</summary>
    public const string Setting = "MusicFlow:DataDirectory";

    /// <summary>The folder of the setting, else <c>MusicFlow</c> in the user's data folder (<c>~/.local/share</c>, <c>%LOCALAPPDATA%</c>). Not created.</summary>
    /// <param name="configuration">Settings of the program.</param>
    /// <returns>A full path.</returns>
    public static string Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Setting] is { Length: > 0 } path)
            return Path.GetFullPath(path);
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        // A service account without a home has no data folder.
        return user.Length > 0 ? Path.Combine(user, "MusicFlow") : Path.Combine(AppContext.BaseDirectory, "data");
    }
}
