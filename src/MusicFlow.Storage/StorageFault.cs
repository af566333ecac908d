using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MusicFlow.Storage;

/// <summary>Puts what a database reported into one line that says what is wrong and what to do.</summary>
public static class StorageFault
{
    // sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>The line for a fault. Names no connection string, so no password.</summary>
    public static string Explain(DbException fault) => fault switch
    {
        SqliteException { SqliteErrorCode: Full } => "The disk is full, so the database stays as it was: make room and try again.",
        SqliteException { SqliteErrorCode: NotADatabase or Corrupt } =>
            "The database file is damaged, or no database at all: restore it, or move it away and the program makes a new one (musicflow.db in the data directory, or what Storage:ConnectionString names).",
        SqliteException { SqliteErrorCode: CannotOpen or ReadOnly or IoError } =>
            "The database file cannot be opened for writing: make its folder writable, or set MusicFlow:DataDirectory to another.",
        SqliteException { SqliteErrorCode: Busy or Locked } => "Another program is writing to the database: try again when it has finished.",
        SqliteException => $"The database refused the work ({fault.Message.TrimEnd('.')}): if the file belongs to another program, set MusicFlow:DataDirectory to another folder.",
        PostgresException answer => $"PostgreSQL refused the work ({answer.MessageText}, {answer.SqlState}): check Storage:ConnectionString and the rights of its user.",
        NpgsqlException => $"PostgreSQL cannot be reached ({fault.Message.TrimEnd('.')}): check Storage:ConnectionString, and that the server runs.",
        _ => fault?.Message ?? "",
    };
}
