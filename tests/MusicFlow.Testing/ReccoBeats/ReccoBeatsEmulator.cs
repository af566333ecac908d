using Microsoft.AspNetCore.Http;
using MusicFlow.Testing.Providers;

namespace MusicFlow.Testing.ReccoBeats;

/// <summary>ReccoBeats: features and tracks by Spotify id or ISRC, at most 40 at once; what it does not know is left out.</summary>
public sealed class ReccoBeatsEmulator : ServiceEmulator
{
    const int MostIds = 40;

    ReccoBeatsEmulator(SongShelf shelf)
        : base(shelf)
    {
    }

    /// <summary>Starts it.</summary>
    public static async Task<ReccoBeatsEmulator> StartAsync(SongShelf? shelf = null, int port = 0)
    {
        var emulator = new ReccoBeatsEmulator(shelf ?? SongShelf.Small);
        await emulator.ListenAsync(port);
        return emulator;
    }

    protected override object Refusal(int status, string reason) => new { timestamp = "2026-01-01T00:00:00Z", code = status * 10, error = reason };

    protected override Task AnswerAsync(HttpContext context)
    {
        var ids = context.Request.Query["ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        Func<EmulatedSong, object>? shape = context.Request.Path.Value switch
        {
            "/v1/audio-features" => Features,
            "/v1/track" => Track,
            _ => null,
        };
        if (shape is null || ids.Length is 0 or > MostIds)
        {
            context.Response.StatusCode = shape is null ? 404 : 400;
            return context.Response.WriteAsJsonAsync(Refusal(400, "bad input"));
        }
        var content = Fault is Fault.Nulls ? [null] : ids.Select(id => Found(song => song.SpotifyId == id || song.Isrc == id)).OfType<EmulatedSong>().Select(song => (object?)shape(song)).ToList();
        return context.Response.WriteAsJsonAsync(new { content });
    }

    static object Features(EmulatedSong song) => new
    {
        id = song.ReleaseId,
        href = $"https://open.spotify.com/track/{song.SpotifyId}",
        isrc = song.Isrc,
        acousticness = 0.0115,
        danceability = song.Danceability,
        energy = song.Energy,
        instrumentalness = 0.00678,
        key = 4,
        liveness = 0.167,
        loudness = -4.08,
        mode = 1,
        speechiness = 0.028,
        tempo = 116.879,
        valence = song.Valence,
    };

    static object Track(EmulatedSong song) => new
    {
        id = song.ReleaseId,
        trackTitle = song.Title,
        artists = new[] { new { id = song.MusicBrainzId, name = song.Artist, href = "https://open.spotify.com/artist/0" } },
        durationMs = song.DurationMs,
        isrc = song.Isrc,
        href = $"https://open.spotify.com/track/{song.SpotifyId}",
        availableCountries = "AT,DE",
        popularity = song.Popularity,
    };
}
