using System.Collections.Frozen;

namespace MusicFlow.Core.Tracks;

/// <summary>Tells what an addition to a title (in brackets or behind a dash) says: another recording, a guest, or only another edition.</summary>
/// <remarks>Reads folded words. English, and the words for "live" and "acoustic" of the languages that publish most.</remarks>
internal static class EditionWords
{
    static readonly FrozenSet<string> Guest = Set("feat", "ft", "featuring", "with", "prod", "produced", "w");
    static readonly FrozenSet<string> Remaster = Set("remaster", "remasters", "remastered", "remastering", "remasterizado", "remasterizada");
    static readonly FrozenSet<string> Remix = Set(
        "remix", "remixed", "rmx", "mix", "mixed", "edit", "rework", "bootleg", "mashup", "flip", "dub", "vip", "extended", "refix", "sped", "slowed");
    static readonly FrozenSet<string> Live = Set("unplugged", "vivo", "directo", "concert", "ライブ");
    static readonly FrozenSet<string> AfterLive = Set("at", "from", "in", "on", "version", "session", "sessions", "recording", "edit", "mix", "acoustic");
    static readonly FrozenSet<string> Acoustic = Set("acoustic", "acustico", "acustica", "unplugged", "stripped", "akustik", "acoustique");
    static readonly FrozenSet<string> PlainMix = Set("original", "mono", "stereo", "single", "album", "radio");
    static readonly FrozenSet<string> Edition = Set(
        "version", "single", "album", "mono", "stereo", "radio", "edit", "mix", "bonus", "deluxe", "expanded", "edition", "explicit", "clean",
        "official", "video", "audio", "lyric", "lyrics", "visualizer", "hd", "hq", "4k", "soundtrack", "ost", "anniversary", "lp", "ep",
        "reissue", "original", "digital", "digitally", "remaster", "remastered");
    static readonly FrozenSet<string> Filler = Set("the", "and", "in", "us", "uk", "music", "motion", "picture", "special", "full", "length", "track", "main", "standard", "release");

    /// <summary>Whether the addition names a guest or producer: <c>feat. Rihanna</c>, <c>with Khalid</c>.</summary>
    public static bool IsGuest(string[] words) => words.Length > 1 && Guest.Contains(words[0]);

    /// <summary>Whether the addition says "remastered".</summary>
    public static bool IsRemaster(string[] words) => words.Any(Remaster.Contains);

    /// <summary>Whether the addition names a remix or another cut that is not the plain radio, mono or dated mix.</summary>
    public static bool IsRemix(string[] words) => words.Any(Remix.Contains) && !IsEdition(words);

    /// <summary>Whether the addition names a concert recording; <c>(Live Your Life)</c> does not.</summary>
    public static bool IsLive(string[] words)
    {
        var at = Array.IndexOf(words, "live");
        return words.Any(Live.Contains) || (at >= 0 && (at == words.Length - 1 || AfterLive.Contains(words[at + 1]) || IsYear(words[at + 1])));
    }

    /// <summary>Whether the addition names an acoustic version.</summary>
    public static bool IsAcoustic(string[] words) => words.Any(Acoustic.Contains);

    /// <summary>Whether the addition says only where the recording comes from: <c>From "Frozen"</c>.</summary>
    public static bool IsOrigin(string[] words) => words.Length > 1 && words[0] is "from" or "soundtrack";

    /// <summary>Whether every word speaks of an edition of the same recording: <c>2011 Remaster</c>, <c>Single Version</c>, <c>Mono</c>.</summary>
    public static bool IsEdition(string[] words)
    {
        if (!words.Any(Edition.Contains) || !Array.TrueForAll(words, word => Edition.Contains(word) || Filler.Contains(word) || IsYear(word) || IsOrdinal(word)))
            return false;
        // A bare "Mix" may be anybody's; "Mono Mix", "2019 Mix" and "Radio Mix" are the same performance.
        return !words.Contains("mix") || words.Any(word => PlainMix.Contains(word) || IsYear(word));
    }

    /// <summary>The words of an addition without those that speak of its remaster and the remaster's year.</summary>
    public static string[] WithoutRemaster(string[] words)
    {
        var at = Array.FindIndex(words, Remaster.Contains);
        if (at < 0)
            return words;
        var first = at > 0 && IsYear(words[at - 1]) ? at - 1 : at;
        var last = first == at && at + 1 < words.Length && IsYear(words[at + 1]) ? at + 1 : at;
        return [.. words[..first], .. words[(last + 1)..]];
    }

    static bool IsYear(string word) => word.Length == 4 && word[0] is '1' or '2' && word.All(char.IsAsciiDigit);

    static bool IsOrdinal(string word) => word.Length is >= 3 and <= 5 && char.IsAsciiDigit(word[0]) && word[^2..] is "th" or "st" or "nd" or "rd";

    static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
