using System.Data.Common;

namespace MusicFlow.Storage;

/// <summary>Work inside one transaction on a connection of its own: committed when it returns, undone when it throws.</summary>
internal static class TransactionRun
{
    /// <summary>Opens, runs, commits, closes.</summary>
    /// <param name="database">The database.</param>
    /// <param name="work">Gets the open transaction.</param>
    /// <param name="ct">Cancels; nothing is kept then.</param>
    /// <exception cref="DbException">What the database reported first.</exception>
    public static async Task RunAsync(this DbDataSource database, Func<DbTransaction, Task> work, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        DbTransaction? transaction = null;
        try
        {
            transaction = await connection.BeginTransactionAsync(ct);
            await work(transaction);
            await transaction.CommitAsync(ct);
        }
        catch
        {
            await CloseAsync(transaction);
            await CloseAsync(connection);
            throw;
        }
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    static async Task CloseAsync(IAsyncDisposable? part)
    {
        try
        {
            if (part is not null)
                await part.DisposeAsync();
        }
        catch (DbException)
        {
            // When the disk is full, SQLite undoes everything by itself; that nothing is left to undo would hide the cause.
        }
    }
}
