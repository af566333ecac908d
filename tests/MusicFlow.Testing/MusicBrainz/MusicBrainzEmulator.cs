using Microsoft.AspNetCore.Http;
using MusicFlow.Testing.Providers;

namespace MusicFlow.Testing.MusicBrainz;

/// <summary>MusicBrainz's web service and the Cover Art Archive: one request per second, a user agent with a contact, JSON only where it is asked for.</summary>
public sealed class MusicBrainzEmulator : ServiceEmulator
{
    /// <summary>A little less than the second of its rule, because clocks differ.</summary>
    readonly RequestWindow window = new(1, TimeSpan.FromMilliseconds(900));

    MusicBrainzEmulator(SongShelf shelf)
        : base(shelf)
    {
    }

    /// <summary>Whether it insists on one request per second.</summary>
    public bool IsStrict { get; init; } = true;

    /// <summary>Starts it.</summary>
    public static async Task<MusicBrainzEmulator> StartAsync(SongShelf? shelf = null, int port = 0, bool isStrict = true)
    {
        var emulator = new MusicBrainzEmulator(shelf ?? SongShelf.Small) { IsStrict = isStrict };
        await emulator.ListenAsync(port);
        return emulator;
    }

    protected override object Refusal(int status, string reason) => new { error = reason, help = "For usage, please see: https://musicbrainz.org/development/mmd" };

    protected override Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/release/", StringComparison.Ordinal))
            return CoverAsync(context, path);
        var agent = context.Request.Headers.UserAgent.ToString();
        if (!agent.Contains('/', StringComparison.Ordinal) || !agent.Contains("( ", StringComparison.Ordinal))
            return RefuseAsync(context, 403, "Your requests do not name an application and a contact in the user agent.");
        if (IsStrict && window.IsFull())
            return RefuseAsync(context, 503, "Your requests are exceeding the allowable rate limit.");
        if (context.Request.Query["fmt"] != "json")
            return RefuseAsync(context, 406, "This answers JSON only.");
        return path == "/ws/2/recording" ? SearchAsync(context) : OneAsync(context, path);
    }

    Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(Refusal(status, reason));
    }

    Task SearchAsync(HttpContext context)
    {
        var query = context.Request.Query["query"].ToString();
        if (query.Length == 0)
            return RefuseAsync(context, 400, "No query.");
        var found = query.StartsWith("isrc:", StringComparison.Ordinal)
            ? (Fault is Fault.Nulls ? [null] : new[] { Found(song => song.Isrc == query[5..]) }.OfType<EmulatedSong?>())
            : Search(Words(query), 25);
        var recordings = found.Select(song => song is null ? null : Recording(song)).ToList();
        return context.Response.WriteAsJsonAsync(new { created = "2026-01-01T00:00:00.000Z", count = recordings.Count, offset = 0, recordings });
    }

    /// <summary>The phrases of the first alternative of a query.</summary>
    static string Words(string query) => string.Join(' ', query.Split(" OR ")[0].Split('"').Where((_, i) => i % 2 == 1)).Replace("\\", "", StringComparison.Ordinal);

    Task OneAsync(HttpContext context, string path) =>
        path.StartsWith("/ws/2/recording/", StringComparison.Ordinal) && Found(song => song.MusicBrainzId == path[16..]) is { } song
            ? context.Response.WriteAsJsonAsync(Recording(song))
            : RefuseAsync(context, 404, "Not Found");

    Task CoverAsync(HttpContext context, string path)
    {
        if (Shelf.Find(song => path == $"/release/{song.ReleaseId}/front-500") is { } song)
            context.Response.Redirect($"https://archive.example.org/download/mbid-{song.ReleaseId}/front.jpg", permanent: false, preserveMethod: true);
        else
            context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    static Dictionary<string, object?> Recording(EmulatedSong song) => new()
    {
        ["id"] = song.MusicBrainzId,
        ["score"] = 100,
        ["title"] = song.Title,
        ["length"] = song.DurationMs + 400,
        ["video"] = null,
        ["artist-credit"] = new[] { new Dictionary<string, object?> { ["name"] = song.Artist, ["joinphrase"] = "", ["artist"] = new { id = song.ReleaseId, name = song.Artist } } },
        ["first-release-date"] = song.Released,
        ["releases"] = new[] { new { id = song.ReleaseId, title = song.Album, status = "Official" } },
        ["isrcs"] = new[] { song.Isrc },
        ["tags"] = new[] { new { count = 1, name = "seen live" }, new { count = 7, name = song.Genre } },
    };
}
