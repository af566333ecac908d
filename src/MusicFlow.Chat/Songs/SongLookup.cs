using System.Diagnostics;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Parsing;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Finds the song that a command is about: what the caller once picked for that text, else what the catalogue finds; remembers the question. Thread-safe.</summary>
sealed class SongLookup(TrackFinder finder, IQuestions questions, TimeProvider clock)
{
    /// <summary>The song of the command's text.</summary>
    /// <param name="call">The command.</param>
    /// <param name="pick">Command of the buttons that offer songs, without slash.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SongMatch> FindAsync(CommandCall call, string pick, CancellationToken ct)
    {
        var text = SongText.Of(call.Text);
        if (!TrackQuery.TryParse(text, out var query, out _)) return new SongMatch.Unclear(SongReplies.Fault(call, TrackQuery.FaultOf(text) ?? QueryFault.Empty));
        var match = await MatchAsync(call.Caller.Id, query, ct);
        await KeepAsync(call, query.Text, (match as TrackMatch.Found)?.Track.Id, ct);
        return match switch
        {
            TrackMatch.Found(var track) => new SongMatch.Found(track),
            TrackMatch.Several(var tracks) => new SongMatch.Unclear(SongReplies.WhichOne(call.Words, tracks, pick)),
            TrackMatch.None(var nearest) => new SongMatch.Unclear(SongReplies.NotFound(call.Words, query, [.. nearest.Select(near => near.Track)], pick)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The song of the command's text; without a text the song that the caller asked for last in this chat.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public async Task<SongMatch> FindOrLastAsync(CommandCall call, string pick, CancellationToken ct) =>
        call.Text.Length == 0 && await questions.LastAsync(call.Chat, call.Caller.Id, ct) is { Track: { } last }
            ? await FindAsync(call with { Text = last.ToString() }, pick, ct)
            : await FindAsync(call, pick, ct);

    async Task<TrackMatch> MatchAsync(PersonId person, TrackQuery query, CancellationToken ct)
    {
        if (query.Link is null && await questions.ChosenAsync(person, query.Text, ct) is { } chosen && await finder.FindAsync(chosen.ToString(), ct) is TrackMatch.Found found)
            return found;
        return await finder.FindAsync(query, ct);
    }

    /// <summary>A press on a card of the last question's song says nothing new: the words in which it was asked are worth more.</summary>
    async Task KeepAsync(CommandCall call, string text, TrackId? track, CancellationToken ct)
    {
        if (TrackId.TryParse(text, out var pressed) && (track is null || (await questions.LastAsync(call.Chat, call.Caller.Id, ct))?.Track == pressed)) return;
        await questions.KeepAsync(call.Chat, call.Caller.Id, new Question(text, track, clock.GetUtcNow()), ct);
    }
}
