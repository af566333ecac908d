using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Storage;

/// <summary>Which database holds the program's memory.</summary>
public sealed partial class StorageOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Storage";

    /// <summary>The kind of database. Default <see cref="StorageProvider.Sqlite"/>: one file, no other service.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "it is neither Sqlite nor PostgreSQL.")]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>
    /// ADO.NET connection string. May hold a password: environment or user-secrets only. Empty (default) means the file
    /// <c>musicflow.db</c> in <c>MusicFlow:DataDirectory</c> for SQLite; PostgreSQL needs one.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<StorageOptions>;
}

/// <summary>The databases the program runs on.</summary>
public enum StorageProvider
{
    /// <summary>An SQLite file: one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server (13 or newer with the pg_trgm extension): several machines.</summary>
    PostgreSQL,
}
