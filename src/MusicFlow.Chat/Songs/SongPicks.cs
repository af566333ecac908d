using MusicFlow.Chat.Commands;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>What people meant by their words: offers other songs for a question and remembers which one was picked. Thread-safe.</summary>
sealed class SongPicks(TrackFinder finder, ITrackCatalog catalog, IQuestions questions, TimeProvider clock)
{
    /// <summary>Songs less like the question are not offered instead of an answer.</summary>
    const double Alike = 0.4;

    /// <summary>The song of an id; <see langword="null"/> when the catalogue has none (any more).</summary>
    public Task<TrackFacts?> GetAsync(TrackId id, CancellationToken ct) => catalog.GetByIdAsync(id, ct);

    /// <summary>Remembers a pick for the caller's last question here, if the song is one of those that it could mean.</summary>
    /// <returns>Whether it is.</returns>
    public async Task<bool> RememberAsync(CommandCall call, TrackId picked, CancellationToken ct)
    {
        if (await questions.LastAsync(call.Chat, call.Caller.Id, ct) is not { } last || !await CouldMeanAsync(last, picked, ct))
        {
            await questions.KeepAsync(call.Chat, call.Caller.Id, new Question(picked.ToString(), picked, clock.GetUtcNow()), ct);
            return false;
        }
        await questions.ChooseAsync(call.Caller.Id, last.Text, picked, ct);
        await questions.KeepAsync(call.Chat, call.Caller.Id, last with { Track = picked, At = clock.GetUtcNow() }, ct);
        return true;
    }

    /// <summary>Songs that could be meant instead of an answered one: by the caller's own words if that was their question, and by its title alone.</summary>
    public async Task<IReadOnlyList<TrackFacts>> OthersAsync(CommandCall call, TrackFacts answered, CancellationToken ct)
    {
        var last = await questions.LastAsync(call.Chat, call.Caller.Id, ct);
        var byWords = last?.Track == answered.Id ? await NearestAsync(last?.Text, ct) : [];
        var byTitle = await NearestAsync(answered.Title?.Value, ct);
        return [.. byWords.Concat(byTitle).Where(near => near.Score >= Alike && near.Track.Id != answered.Id).Select(near => near.Track).DistinctBy(track => track.Id).Take(TrackFinder.MostChoices)];
    }

    async Task<bool> CouldMeanAsync(Question question, TrackId picked, CancellationToken ct)
    {
        if ((await NearestAsync(question.Text, ct)).Any(near => near.Track.Id == picked)) return true;
        var answered = question.Track is { } id ? await catalog.GetByIdAsync(id, ct) : null;
        return !TrackId.TryParse(question.Text, out _) && (await NearestAsync(answered?.Title?.Value, ct)).Any(near => near.Track.Id == picked);
    }

    async Task<IReadOnlyList<ScoredTrack>> NearestAsync(string? text, CancellationToken ct) =>
        TrackQuery.TryParse(text, out var query, out _) ? await finder.NearestAsync(query, ct) : [];
}
