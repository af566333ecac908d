using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands.Top;

/// <summary>A chat's best songs as a list.</summary>
static class TopReply
{
    const int MostButtons = 5;

    public static Reply Of(Language words, IReadOnlyList<TopSong> songs) => songs.Count == 0
        ? Reply.Say(words[Texts.TopEmpty]) with { Kind = ReplyKind.NotFound }
        : new Reply([
            new Block.Title(words[Texts.TopTitle]),
            new Block.Lines([.. songs.Select(song => words.Say(Texts.TopLine, ("song", song.Title), ("artist", song.Artist), ("streams", StreamWords.Of(words, song.Streams))))], IsNumbered: true),
            new Block.Footer(words[Texts.TopFooter]),
        ])
        {
            Buttons = [.. songs.Take(MostButtons).Index().Select(song => new Button(SongWords.Label(song.Index + 1, song.Item.Title, song.Item.Artist), $"/predict {song.Item.Track}"))],
        };

    public static Reply Ask(Language words, string command) => Reply.Say(words[Texts.TopResetAsk]) with { Buttons = [new(words[Texts.ButtonReset], command)] };

    public static Reply Emptied(CommandCall call, int songs) =>
        Reply.Say(call.Words.Say(Texts.TopResetDone, ("count", songs))) with { ReplacesSource = call.Message.IsPress };
}
