using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using MusicFlow.Testing.Providers;

namespace MusicFlow.Testing.Spotify;

/// <summary>What the emulated app may do.</summary>
public enum SpotifyMode
{
    /// <summary>All endpoints and fields.</summary>
    Extended,

    /// <summary>Searches of at most 10; no popularity, no markets, no audio features.</summary>
    Development,
}

/// <summary>Spotify's token endpoint, Web API and oEmbed on one address.</summary>
public sealed class SpotifyEmulator : ServiceEmulator
{
    public const string ClientId = "0123456789abcdef0123456789abcdef";
    public const string ClientSecret = "fedcba9876543210fedcba9876543210";

    /// <summary>A track of the real Spotify that its reference uses as an example.</summary>
    const string EverPresent = "11dFghVXANMlKmJXsNCbNl";

    int tokens;

    SpotifyEmulator(SongShelf shelf)
        : base(shelf)
    {
    }

    public SpotifyMode Mode { get; set; }

    /// <summary>Tokens given out.</summary>
    public int Tokens => Volatile.Read(ref tokens);

    /// <summary>Whether the newest token is taken for run out.</summary>
    public bool HasRunOut { get; set; }

    /// <summary>A fault of the token endpoint alone.</summary>
    public Fault.Status? TokenFault { get; set; }

    /// <summary>Starts it.</summary>
    public static async Task<SpotifyEmulator> StartAsync(SpotifyMode mode = SpotifyMode.Extended, SongShelf? shelf = null, int port = 0)
    {
        var emulator = new SpotifyEmulator(shelf ?? SongShelf.Small) { Mode = mode };
        await emulator.ListenAsync(port);
        return emulator;
    }

    protected override object Refusal(int status, string reason) => new { error = new { status, message = status == 429 ? "Too many requests" : reason, reason } };

    protected override Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path == "/api/token")
            return TokenAsync(context);
        if (path == "/oembed")
            return DescribeAsync(context);
        if (!IsAuthorised(context.Request))
            return RefuseAsync(context, 401, HasRunOut ? "The access token expired" : "Invalid access token");
        if (path == "/v1/search")
            return SearchAsync(context);
        if (path.StartsWith("/v1/tracks/", StringComparison.Ordinal))
            return OneAsync(context, Found(song => song.SpotifyId == path[11..]), Track);
        if (path.StartsWith("/v1/audio-features/", StringComparison.Ordinal))
            return Mode == SpotifyMode.Development ? RefuseAsync(context, 403, "Forbidden") : OneAsync(context, Found(song => song.SpotifyId == path[19..] || path[19..] == EverPresent), Features);
        return RefuseAsync(context, 404, "Service not found");
    }

    Task TokenAsync(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        var wanted = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{ClientSecret}"));
        if (TokenFault is null && context.Request.Method == "POST" && given == wanted && context.Request.HasFormContentType && context.Request.Form["grant_type"] == "client_credentials")
        {
            HasRunOut = false;
            return context.Response.WriteAsJsonAsync(new { access_token = TokenOf(Interlocked.Increment(ref tokens)), token_type = "Bearer", expires_in = 3600 });
        }
        context.Response.StatusCode = TokenFault?.Code ?? 400;
        return context.Response.WriteAsJsonAsync(new { error = "invalid_client", error_description = "Invalid client" });
    }

    static string TokenOf(int number) => FormattableString.Invariant($"BQtoken{number}");

    bool IsAuthorised(HttpRequest request) => !HasRunOut && Tokens > 0 && request.Headers.Authorization == $"Bearer {TokenOf(Tokens)}";

    Task SearchAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = int.Parse(query["limit"].FirstOrDefault() ?? "5", CultureInfo.InvariantCulture);
        if (limit < 1 || limit > (Mode == SpotifyMode.Development ? 10 : 50))
            return RefuseAsync(context, 400, "Invalid limit");
        if (query["q"].ToString() is not { Length: > 0 } text || query["type"] != "track")
            return RefuseAsync(context, 400, "No search query");
        var found = text.StartsWith("isrc:", StringComparison.Ordinal) && Fault is null ? Shelf.All.Where(song => song.Isrc == text[5..]) : Search(text, limit);
        var items = found.Select(song => song is null ? null : Track(song)).ToList();
        return context.Response.WriteAsJsonAsync(new { tracks = new { href = "", items, limit, next = (string?)null, offset = 0, previous = (string?)null, total = items.Count } });
    }

    static Task OneAsync(HttpContext context, EmulatedSong? song, Func<EmulatedSong, object> shape) =>
        song is null ? RefuseAsync(context, 404, "Resource not found") : context.Response.WriteAsJsonAsync(shape(song));

    Task DescribeAsync(HttpContext context)
    {
        var id = context.Request.Query["url"].ToString().Split('/')[^1];
        return OneAsync(context, Found(song => song.SpotifyId == id), song => new { html = "<iframe></iframe>", version = "1.0", provider_name = "Spotify", type = "rich", title = song.Title, thumbnail_url = "https://image-cdn.example.org/x" });
    }

    static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error = new { status, message = reason } });
    }

    object Track(EmulatedSong song)
    {
        var track = new Dictionary<string, object?>
        {
            ["album"] = new
            {
                album_type = "album",
                total_tracks = 12,
                id = "1",
                name = song.Album,
                release_date = song.Released,
                release_date_precision = "day",
                type = "album",
                images = new[] { new { url = $"https://i.example.org/{song.SpotifyId}", width = 640, height = 640 } },
            },
            ["artists"] = new[] { new { id = "2", name = song.Artist, type = "artist" } },
            ["disc_number"] = 1,
            ["duration_ms"] = song.DurationMs,
            ["explicit"] = song.Explicit,
            ["external_ids"] = new { isrc = song.Isrc },
            ["external_urls"] = new { spotify = $"https://open.spotify.com/track/{song.SpotifyId}" },
            ["id"] = song.SpotifyId,
            ["is_local"] = false,
            ["name"] = song.Title,
            ["track_number"] = 3,
            ["type"] = "track",
            ["uri"] = $"spotify:track:{song.SpotifyId}",
        };
        if (Mode == SpotifyMode.Extended)
            (track["popularity"], track["available_markets"]) = (song.Popularity, new[] { "AT", "DE", "FR" });
        return track;
    }

    static object Features(EmulatedSong song) => new
    {
        acousticness = 0.0115,
        danceability = song.Danceability,
        duration_ms = song.DurationMs,
        energy = song.Energy,
        id = song.SpotifyId,
        instrumentalness = 0.00678,
        key = 4,
        liveness = 0.167,
        loudness = -4.08,
        mode = 1,
        speechiness = 0.028,
        tempo = 116.879,
        time_signature = 4,
        valence = song.Valence,
        type = "audio_features",
    };
}
