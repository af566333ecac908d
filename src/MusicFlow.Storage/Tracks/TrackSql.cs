using System.Reflection;

namespace MusicFlow.Storage.Tracks;

/// <summary>The statements of the track catalogue; column lists are made from <see cref="TrackRow"/>, so that the two never differ.</summary>
internal static class TrackSql
{
    static readonly string[] Properties = [.. typeof(TrackRow)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => property.Name)
        .Where(name => name != nameof(TrackRow.Id))];

    /// <summary>All columns under the names of the row's properties.</summary>
    public static readonly string Columns = $"t.id as Id, {string.Join(", ", Properties.Select(name => $"t.{Column(name)} as {name}"))}";

    /// <summary>Adds a row; its id is given by the database.</summary>
    public static readonly string Insert =
        $"insert into track ({string.Join(", ", Properties.Select(Column))}) values ({string.Join(", ", Properties.Select(name => '@' + name))})";

    /// <summary>Rewrites a row except what names and finds it.</summary>
    public static readonly string Update =
        $"update track set {string.Join(", ", Properties.Where(name => !IsName(name)).Select(name => $"{Column(name)} = @{name}"))} where id = @Id";

    /// <summary>Adds an alias; the first recording under it keeps it.</summary>
    public const string InsertAlias = "insert into track_alias (alias, track_id) values (@alias, @id) on conflict (alias) do nothing";

    static bool IsName(string property) => property is nameof(TrackRow.TrackKey) or nameof(TrackRow.ArtistKey) or nameof(TrackRow.Song) or nameof(TrackRow.Search);

    static string Column(string property) => string.Concat(property.Select((letter, i) =>
        char.IsAsciiLetterUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
