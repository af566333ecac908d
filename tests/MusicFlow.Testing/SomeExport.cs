using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace MusicFlow.Testing;

/// <summary>Makes small Spotify exports: rows, files and ZIPs in the shapes that Spotify writes.</summary>
public static class SomeExport
{
    /// <summary>A row of <c>StreamingHistory*.json</c>.</summary>
    public static string AccountRow(string endTime = "2024-05-17 20:15", string artist = "The Paper Lanterns", string track = "Glass Harbour", string ms = "180000") =>
        $$"""{ "endTime" : "{{endTime}}", "artistName" : {{Json(artist)}}, "trackName" : {{Json(track)}}, "msPlayed" : {{ms}} }""";

    /// <summary>A row of <c>Streaming_History_Audio_*.json</c> as of 2025; a null title makes it a row without a track.</summary>
    public static string ExtendedRow(
        string ts = "2024-05-17T20:15:42Z", string? track = "Glass Harbour", string? artist = "The Paper Lanterns", string ms = "180000",
        string? id = "0001abcdefghijklmnopqr", bool incognito = false, string? episode = null, string? audiobook = null) =>
        $$"""
        {"ts":"{{ts}}","platform":"android","ms_played":{{ms}},"conn_country":"ZZ","ip_addr":"0.0.0.0",
        "master_metadata_track_name":{{Json(track)}},"master_metadata_album_artist_name":{{Json(artist)}},
        "master_metadata_album_album_name":{{Json(track is null ? null : "Night Ferries")}},
        "spotify_track_uri":{{Json(id is null || track is null ? null : "spotify:track:" + id)}},
        "episode_name":{{Json(episode)}},"episode_show_name":{{Json(episode is null ? null : "Talking")}},"spotify_episode_uri":null,
        "audiobook_title":{{Json(audiobook)}},"audiobook_uri":null,"audiobook_chapter_uri":null,"audiobook_chapter_title":null,
        "reason_start":"trackdone","reason_end":"trackdone","shuffle":false,"skipped":false,"offline":false,
        "offline_timestamp":1715976942,"incognito_mode":{{(incognito ? "true" : "false")}}}
        """;

    /// <summary>A whole file: an array of rows.</summary>
    public static string File(params IEnumerable<string> rows) => $"[{string.Join(",\n", rows)}]";

    /// <summary>A ZIP of text files, in the given order; names may repeat and may be anything.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Text)> files) => Zip(files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text))));

    /// <inheritdoc cref="Zip(IEnumerable{ValueTuple{string, string}})"/>
    public static byte[] Zip(params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    static string Json(string? text) => JsonSerializer.Serialize(text);
}
