using System.Globalization;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>What the reader says when a file holds no plays or cannot be taken: one sentence that says what is wrong and what to do.</summary>
internal static class Sentences
{
    const string Request = "ask for “Extended streaming history” at spotify.com/account/privacy and send that ZIP when it arrives";

    public const string AccountWithoutHistory = $"This is your account package, but without a listening history: {Request}.";
    public const string NothingOfSpotify = $"There is no Spotify listening history in here: {Request}.";
    public const string NoPlays = $"There are no plays of music in this export: {Request}.";
    public const string Encrypted = "This file is encrypted: unpack the ZIP with its password and send the files inside.";
    public const string Empty = "This file is empty: download the export again.";
    public const string NoFile = "This is empty, or no file but a pipe or a device: name a file, folder or ZIP.";
    public const string NestedArchive = "This is an archive inside an archive: unpack it and send it by itself.";
    public const string CutArchive = "The ZIP is cut off or damaged, its table of contents cannot be read: download it again.";
    public const string OverlappingEntries = "The ZIP is not in order, its files overlap: download it again from Spotify.";
    public const string DuplicateEntry = "The ZIP holds two files of this name and only the first was read: unpack it and send the files themselves.";
    public const string DamagedEntry = "This file does not match its checksum in the ZIP, so nothing of it was taken: download the ZIP again.";
    public const string Gzip = "This is a gzip archive: unpack it and send the JSON files inside.";

    public static string Damaged(long line, long position) => string.Create(CultureInfo.InvariantCulture,
        $"The JSON is cut off or damaged at line {line:N0} (byte {position:N0}), so nothing of this file was taken: download the export again.");

    public static string TextTooLong(long position) => string.Create(CultureInfo.InvariantCulture,
        $"A single text near byte {position:N0} is longer than any real export writes, so nothing of this file was taken: download the export again.");

    public static string TooMuch(long bytes) => string.Create(CultureInfo.InvariantCulture,
        $"This is more than the {bytes / 1048576.0:N0} MB that one import may have: send the files in several parts.");

    public static string Bomb(int ratio) => string.Create(CultureInfo.InvariantCulture,
        $"This file unpacks to more than {ratio} times its size, which no real export does: download the ZIP again from Spotify.");

    public static string TooManyFiles(int most) => string.Create(CultureInfo.InvariantCulture,
        $"There are more than {most:N0} files in here: send the ZIP as Spotify made it, or only its JSON files.");

    public static string LibraryTooLarge(int most) => string.Create(CultureInfo.InvariantCulture,
        $"The library holds more than {most:N0} entries, so nothing of this file was taken: leave this file out.");

    public static string UnknownMethod(int method) => string.Create(CultureInfo.InvariantCulture,
        $"This file is packed in an unusual way (method {method}): unpack the ZIP and send the JSON files inside.");

    public static string NotFound(string name) => $"There is no file or folder {name}: check the path.";

    public static string Unreadable(string name) => $"{name} could not be read: check that it still exists and that you may open it.";

    /// <summary>Why a file in good order has nothing to take.</summary>
    public static string Ignored(HistoryFileKind kind) => kind switch
    {
        HistoryFileKind.PodcastHistory => "This is your podcast history, which holds no music: send StreamingHistory_music_*.json or the whole ZIP.",
        HistoryFileKind.AudiobookHistory => "This is your audiobook history, which holds no music: send StreamingHistory_music_*.json or the whole ZIP.",
        HistoryFileKind.VideoHistory => "This is your video history, which holds no music: send Streaming_History_Audio_*.json or the whole ZIP.",
        HistoryFileKind.SearchHistory => "These are your searches, not your plays: send StreamingHistory_music_*.json or the whole ZIP.",
        HistoryFileKind.AccountRecord => "This part of the account package says nothing about music: leave it out if you like.",
        _ => "This is not a file of a Spotify listening history: send StreamingHistory*.json, Streaming_History_Audio_*.json or the whole ZIP.",
    };
}
