namespace MusicFlow.Core.Histories;

/// <summary>Why a row of a history is not a play of a track.</summary>
public enum SkipReason
{
    /// <summary>A podcast episode.</summary>
    Podcast,

    /// <summary>An audiobook chapter.</summary>
    Audiobook,

    /// <summary>A row of a video history.</summary>
    Video,

    /// <summary>Title or artist is missing: the export does not say what was played.</summary>
    NoTrack,

    /// <summary>The time is missing, malformed, before Spotify existed, or in the future.</summary>
    BadTime,

    /// <summary>The duration is missing, not a whole number, negative, or longer than a day.</summary>
    BadDuration,

    /// <summary>A text is of the wrong type, too long, or not valid Unicode.</summary>
    BadText,

    /// <summary>The element is not a row of a history at all.</summary>
    NotARow,
}
