using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using MusicFlow.Testing.Providers;

namespace MusicFlow.Testing.ITunes;

/// <summary>iTunes Search: JSON under the name of JavaScript, about 20 calls a minute.</summary>
public sealed class ITunesEmulator : ServiceEmulator
{
    readonly RequestWindow window = new(20, TimeSpan.FromMinutes(1));

    ITunesEmulator(SongShelf shelf)
        : base(shelf)
    {
    }

    /// <summary>Whether it insists on 20 calls a minute.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Starts it.</summary>
    public static async Task<ITunesEmulator> StartAsync(SongShelf? shelf = null, int port = 0, bool isStrict = true)
    {
        var emulator = new ITunesEmulator(shelf ?? SongShelf.Small) { IsStrict = isStrict };
        await emulator.ListenAsync(port);
        return emulator;
    }

    protected override object Refusal(int status, string reason) => new { errorMessage = reason };

    protected override Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (IsStrict && window.IsFull())
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        }
        return context.Request.Path.Value switch
        {
            "/search" when query["term"].ToString() is { Length: > 0 } term && query["entity"] == "song" => WriteAsync(context, Search(term, int.Parse(query["limit"]!, CultureInfo.InvariantCulture))),
            "/lookup" => WriteAsync(context, Found(song => query["id"] == song.AppleId.ToString(CultureInfo.InvariantCulture)) is { } song ? [song] : []),
            _ => WriteAsync(context, [], status: 400),
        };
    }

    static Task WriteAsync(HttpContext context, IEnumerable<EmulatedSong?> songs, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/javascript; charset=utf-8";
        var results = songs.Select(song => song is null ? null : Song(song)).ToList();
        return context.Response.WriteAsync("\n\n\n" + JsonSerializer.Serialize(new { resultCount = results.Count, results }));
    }

    static object Song(EmulatedSong song) => new
    {
        wrapperType = "track",
        kind = "song",
        artistId = 1,
        collectionId = 2,
        trackId = song.AppleId,
        artistName = song.Artist,
        collectionName = song.Album,
        trackName = song.Title,
        trackViewUrl = FormattableString.Invariant($"https://music.apple.com/us/album/x/2?i={song.AppleId}"),
        artworkUrl100 = "https://is1-ssl.example.org/image/100x100bb.jpg",
        releaseDate = $"{song.Released}T07:00:00Z",
        trackExplicitness = song.Explicit ? "explicit" : "notExplicit",
        trackTimeMillis = song.DurationMs,
        country = "USA",
        primaryGenreName = "Alternative",
        isStreamable = true,
    };
}
