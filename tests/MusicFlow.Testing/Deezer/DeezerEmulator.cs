using System.Globalization;
using Microsoft.AspNetCore.Http;
using MusicFlow.Testing.Providers;

namespace MusicFlow.Testing.Deezer;

/// <summary>Deezer's public API: errors inside status 200, at most 50 requests in 5 seconds.</summary>
public sealed class DeezerEmulator : ServiceEmulator
{
    const int Quota = 50;
    const int MostItems = 100;
    readonly RequestWindow window = new(Quota, TimeSpan.FromSeconds(5));

    DeezerEmulator(SongShelf shelf)
        : base(shelf)
    {
    }

    /// <summary>Whether it insists on 50 requests in 5 seconds.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Starts it.</summary>
    public static async Task<DeezerEmulator> StartAsync(SongShelf? shelf = null, int port = 0, bool isStrict = true)
    {
        var emulator = new DeezerEmulator(shelf ?? SongShelf.Small) { IsStrict = isStrict };
        await emulator.ListenAsync(port);
        return emulator;
    }

    protected override object Refusal(int status, string reason) => Error("Exception", reason, status);

    protected override Task AnswerAsync(HttpContext context) => context.Response.WriteAsJsonAsync(IsStrict && window.IsFull() ? Error("Exception", "Quota limit exceeded", 4) : Answer(context.Request));

    object Answer(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (path == "/search")
            return Found(request);
        if (path.StartsWith("/track/isrc:", StringComparison.Ordinal))
            return One(song => song.Isrc == path[12..]);
        if (path.StartsWith("/track/", StringComparison.Ordinal) && long.TryParse(path[7..], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return One(song => song.DeezerId == id);
        return Error("InvalidQueryException", "Unknown path components", 600);
    }

    object Found(HttpRequest request)
    {
        if (request.Query["q"].ToString() is not { Length: > 0 } text)
            return Error("MissingParameterException", "Missing parameters: q", 501);
        if (int.Parse(request.Query["limit"].FirstOrDefault() ?? "25", CultureInfo.InvariantCulture) is var limit && limit > MostItems)
            return Error("Exception", "Items limit exceeded", 100);
        var found = Search(text, limit).Select(song => song is null ? null : Lite(song)).ToList();
        return new { data = found, total = found.Count };
    }

    object One(Func<EmulatedSong, bool> isIt)
    {
        if (Found(isIt) is not { } song)
            return Error("DataException", "no data", 800);
        var whole = Lite(song);
        whole["isrc"] = song.Isrc;
        whole["release_date"] = song.Released;
        whole["bpm"] = song.Bpm;
        whole["gain"] = -12.4;
        whole["available_countries"] = new[] { "AT", "DE" };
        whole["contributors"] = new[] { ArtistOf(song) };
        return whole;
    }

    static Dictionary<string, object?> Lite(EmulatedSong song) => new()
    {
        ["id"] = song.DeezerId,
        ["readable"] = true,
        ["title"] = song.Title,
        ["title_short"] = song.Title,
        ["title_version"] = "",
        ["link"] = FormattableString.Invariant($"https://www.deezer.com/track/{song.DeezerId}"),
        ["duration"] = song.DurationMs / 1000,
        ["rank"] = song.Popularity * 10_000,
        ["explicit_lyrics"] = song.Explicit,
        ["explicit_content_lyrics"] = song.Explicit ? 1 : 0,
        ["explicit_content_cover"] = 2,
        ["preview"] = "https://cdns-preview-0.example.org/stream/preview.mp3",
        ["md5_image"] = "00000000000000000000000000000000",
        ["artist"] = ArtistOf(song),
        ["album"] = new
        {
            id = 7000 + song.Number,
            title = song.Album,
            cover_big = "https://cdns-images.example.org/500x500.jpg",
            cover_xl = FormattableString.Invariant($"https://cdns-images.example.org/{song.Number}/1000x1000.jpg"),
            type = "album",
        },
        ["type"] = "track",
    };

    static object ArtistOf(EmulatedSong song) => new { id = 9000 + song.Number, name = song.Artist, type = "artist" };

    static object Error(string type, string message, int code) => new { error = new { type, message, code } };
}
