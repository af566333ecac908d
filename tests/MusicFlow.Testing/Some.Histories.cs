using MusicFlow.Core.Histories;

namespace MusicFlow.Testing;

public static partial class Some
{
    /// <summary>When <see cref="Play"/> ended unless told otherwise.</summary>
    public static DateTimeOffset Evening { get; } = new(2024, 5, 17, 20, 15, 0, TimeSpan.Zero);

    /// <summary>A Spotify track id that no track has.</summary>
    public static string SpotifyId(int number) => $"{number:D5}abcdefghijklmnopq";

    /// <summary>A stream of an account export, unless told otherwise; with an id, of an extended export.</summary>
    public static Play Play(
        string title = "Glass Harbour", string artist = "The Paper Lanterns", DateTimeOffset? endedAt = null,
        int ms = 180_000, string? id = null, bool incognito = false) =>
        new(endedAt ?? Evening, title, artist, id is null ? null : "Night Ferries", id, ms, incognito);
}
