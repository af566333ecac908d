namespace MusicFlow.Storage;

/// <summary>One step of the schema.</summary>
/// <param name="Name">Number and name, such as <c>0001-tracks</c>.</param>
/// <param name="Sql">Its statements.</param>
internal sealed record Migration(string Name, string Sql)
{
    /// <summary>The steps for one database in order; a file without a dialect in its name is for all.</summary>
    public static IReadOnlyList<Migration> All(string suffix)
    {
        var migrations = new List<Migration>();
        foreach (var file in typeof(Migration).Assembly.GetManifestResourceNames())
            if (file.Split('.') is [var name, .. var dialect, "sql"] && (dialect is [] || dialect is [var only] && only == suffix))
                migrations.Add(new Migration(name, Read(file)));
        migrations.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return migrations;
    }

    static string Read(string file)
    {
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
