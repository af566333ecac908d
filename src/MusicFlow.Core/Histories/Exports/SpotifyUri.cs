namespace MusicFlow.Core.Histories.Exports;

/// <summary>Reads track ids out of the URIs in exports.</summary>
internal static class SpotifyUri
{
    static ReadOnlySpan<byte> Prefix => "spotify:track:"u8;

    const int IdLength = 22;

    /// <summary>The 22-character id of <c>spotify:track:…</c>, or <see langword="null"/> for anything else (local files, episodes, nonsense).</summary>
    /// <param name="uri">UTF-8 bytes of the URI; an escaped JSON string is never a valid one.</param>
    /// <param name="pool">Where equal ids become one string.</param>
    public static string? TrackId(ReadOnlySpan<byte> uri, TextPool pool)
    {
        if (uri.Length != Prefix.Length + IdLength || !uri.StartsWith(Prefix)) return null;
        var id = uri[Prefix.Length..];
        foreach (var letter in id)
            if (!char.IsAsciiLetterOrDigit((char)letter)) return null;
        return pool.Ascii(id);
    }
}
