using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Puts predictions into words of a language.</summary>
public static class PredictionWords
{
    const int MsPerSecond = 1000;
    const int SecondsPerMinute = 60;

    /// <summary>Whose plays, such as <c>a typical listener</c>.</summary>
    public static string Whose(Language words, Whose whose)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[whose == Core.Predictions.Whose.You ? Texts.WhoseYou : Texts.WhoseTypical];
    }

    /// <summary>A verdict's line without its emoji.</summary>
    public static string Verdict(Language words, Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(verdict);
        return words[Texts.Verdict(verdict.Level)];
    }

    /// <summary>A reason as a part of a sentence, such as <c>its popularity of 83 of 100</c>.</summary>
    public static string Reason(Language words, Reason reason)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(reason);
        if (reason.Values.Count == 0) return words[Texts.Reason(reason.Topic)];
        var value = reason.Values[0];
        if (float.IsNaN(value)) return words[Texts.Reason(reason.Topic, "unknown")];
        return reason.Topic switch
        {
            "length" => words.Say(Texts.Reason(reason.Topic), ("time", Time(value))),
            "lyrics" => words[Texts.Reason(reason.Topic, value > 0 ? "explicit" : "clean")],
            "key" => words.Say(Key(reason.Values[1]), ("key", Pitches.Names[(int)value])),
            "artist_plays" or "album_plays" or "own_plays" when value <= 0 => words[Texts.Reason(reason.Topic, "none")],
            _ => words.Say(Texts.Reason(reason.Topic), ("count", value)),
        };
    }

    /// <summary>Minutes and seconds, such as <c>3:36</c>.</summary>
    internal static string Time(double milliseconds)
    {
        var seconds = (int)milliseconds / MsPerSecond;
        return FormattableString.Invariant($"{seconds / SecondsPerMinute}:{seconds % SecondsPerMinute:00}");
    }

    static TextKey Key(float mode) => Texts.Reason("key", float.IsNaN(mode) ? null : mode > 0 ? "major" : "minor");
}
