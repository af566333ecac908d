namespace MusicFlow.Storage;

/// <summary>The database has migrations that this program does not know: it belongs to a newer version.</summary>
/// <param name="migration">Name of the first such migration.</param>
public sealed class NewerDatabaseException(string migration)
    : Exception($"The database was made by a newer version of the program (migration {migration}): start that version, or use another database.");
