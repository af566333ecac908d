namespace MusicFlow.Testing;

/// <summary>Finds the real data that lies beside the repository on some machines and is never part of it.</summary>
public static class SharedFiles
{
    /// <summary>Environment variable with the folder that holds <c>data</c>; without it the folder <c>shared</c> beside a parent folder is taken.</summary>
    public const string Variable = "MUSICFLOW_SHARED";

    /// <summary>The full path of a file or folder, such as <c>catalogue/catalogue_full.csv.gz</c>, or <see langword="null"/> where it is absent.</summary>
    public static string? Find(string path) => Roots().Select(root => Path.Combine(root, "data", path)).FirstOrDefault(Path.Exists);

    static IEnumerable<string> Roots()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            yield return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared");
    }
}
