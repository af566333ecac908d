using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace MusicFlow.Storage;

/// <summary>Work inside a transaction: committed when it returns, undone when it throws.</summary>
internal static class TransactionRun
{
    /// <summary>Runs the work, commits and disposes of the transaction.</summary>
    /// <exception cref="DbException">What the database reported first.</exception>
    public static async Task RunAsync(this DbTransaction transaction, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
            await transaction.CommitAsync(ct);
        }
        catch
        {
            await UndoAsync(transaction);
            throw;
        }
        await transaction.DisposeAsync();
    }

    /// <summary>SQLite itself undoes everything when the disk is full; asking it again is an error that would hide the cause.</summary>
    static async Task UndoAsync(DbTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (SqliteException) when (transaction.Connection is { } connection)
        {
            // The connection holds on to the transaction and would complain again when it closes: give it one to undo.
            await connection.ExecuteAsync("begin", transaction: transaction);
            await transaction.DisposeAsync();
        }
        catch (DbException)
        {
            // Nothing is left to undo.
        }
    }
}
