using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>What to say when it is not clear which song is meant.</summary>
static class SongReplies
{
    public static Reply Fault(CommandCall call, QueryFault fault) => new([
        new Block.Text(call.Words.Say(Texts.Fault(fault), ("count", call.Text.Trim().Length), ("most", TrackQuery.LongestText))),
        .. call.Spec.Examples.Where(example => example.Length > 0).Take(1).Select(example => new Block.Text(call.Words.Say(Texts.ForExample, ("example", $"/{call.Spec.Name} {example}")))),
    ])
    {
        Kind = ReplyKind.Usage,
        IsPrivate = true,
    };

    public static Reply WhichOne(Language words, IReadOnlyList<TrackFacts> tracks, string pick) =>
        Offer(words, words[tracks.Count == 1 ? Texts.DidYouMean : Texts.WhichOne], tracks, pick) with { Kind = ReplyKind.Ambiguous };

    public static Reply NotFound(Language words, TrackQuery query, IReadOnlyList<TrackFacts> nearest, string pick)
    {
        if (query.Link is not null) return Say(words[Texts.UnknownLink]);
        return nearest.Count == 0 ? Say(words[Texts.NotFound]) : Offer(words, words[Texts.NotFoundNearest], nearest, pick) with { Kind = ReplyKind.NotFound };

        static Reply Say(string text) => Reply.Say(text) with { Kind = ReplyKind.NotFound };
    }

    /// <summary>A sentence, the songs as a numbered list, and a button for each.</summary>
    public static Reply Offer(Language words, string sentence, IReadOnlyList<TrackFacts> tracks, string pick) => new([
        new Block.Text(sentence),
        new Block.Lines([.. tracks.Select(track => SongWords.TitleAndYear(words, track))], IsNumbered: true),
    ])
    {
        Buttons = SongWords.Buttons(words, tracks, pick),
    };
}
