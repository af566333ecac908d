using System.Data.Common;

namespace MusicFlow.Storage.Dialects;

/// <summary>The few places where the databases want different SQL.</summary>
internal interface ISqlDialect
{
    /// <summary>Ending of the migrations written for this database: <c>0001-tracks.<b>sqlite</b>.sql</c>.</summary>
    string Suffix { get; }

    /// <summary>Readies a new database before the first migration; runs outside a transaction.</summary>
    string Preparation { get; }

    /// <summary>The condition "column is one of the values in this parameter"; make the parameter's value with <see cref="ListOf"/>.</summary>
    string IsOneOf(string column, string parameter);

    /// <summary>The parameter value that <see cref="IsOneOf"/> reads.</summary>
    object ListOf(IReadOnlyCollection<string> values);

    /// <summary>Makes writers of one kind wait for each other until the transaction ends.</summary>
    Task LockAsync(DbTransaction transaction, WriterLock kind, CancellationToken ct);

    /// <summary>Finds ids of tracks whose search text looks like a text, the likeliest first.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="text">Folded text, not empty.</param>
    /// <param name="limit">Most ids to return.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<long>> FindTracksAsync(DbConnection connection, string text, int limit, CancellationToken ct);
}

/// <summary>Kinds of writers that exclude each other; the number is the advisory lock's key.</summary>
internal enum WriterLock
{
    /// <summary>No lock.</summary>
    None,

    /// <summary>Schema migrations.</summary>
    Migration = 0x4D46_0001,

    /// <summary>Imports into the track catalogue.</summary>
    TrackImport = 0x4D46_0002,
}
