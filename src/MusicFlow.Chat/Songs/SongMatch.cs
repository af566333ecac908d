using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>What became of the song that a command is about. Read it with <c>switch</c>.</summary>
abstract record SongMatch
{
    SongMatch()
    {
    }

    /// <summary>It is this one.</summary>
    public sealed record Found(TrackFacts Track) : SongMatch;

    /// <summary>The caller has to say it better; the reply asks them.</summary>
    public sealed record Unclear(Reply Reply) : SongMatch;
}
