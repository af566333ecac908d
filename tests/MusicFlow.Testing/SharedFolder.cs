namespace MusicFlow.Testing;

/// <summary>Finds the folder of real data that lies beside the project on some machines and is never part of it.</summary>
public static class SharedFolder
{
    /// <summary>The full path of something in it, or <see langword="null"/> where it is absent (then the test is to be skipped).</summary>
    /// <param name="relative">Such as <c>histories/listener1.zip</c>.</param>
    public static string? Find(string relative)
    {
        var roots = Environment.GetEnvironmentVariable("MUSICFLOW_SHARED") is { Length: > 0 } set ? [set, Path.Combine(set, "data")] : Beside();
        return roots.Select(root => Path.Combine(root, relative)).FirstOrDefault(path => File.Exists(path) || Directory.Exists(path));
    }

    static IEnumerable<string> Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "shared", "data");
    }
}
