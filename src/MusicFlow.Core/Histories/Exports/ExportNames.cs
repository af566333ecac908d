namespace MusicFlow.Core.Histories.Exports;

/// <summary>What file names promise, and how names of strangers are shown. A name is never used as a path.</summary>
internal static class ExportNames
{
    const int LongestShown = 120;

    static readonly string[] accountRecords =
    [
        "Userdata.json", "Payments.json", "Inferences.json", "Follow.json", "FamilyPlan.json", "Identity.json", "Identifiers.json", "DuoNewFamily.json",
        "Marquee.json", "YourSoundCapsule.json", "CarThing.json", "UserAddress.json", "Wrapped2023.json", "Wrapped2024.json", "Wrapped2025.json",
        "PodcastInteractivityComment.json", "PodcastInteractivityRatedShow.json", "MessageData.json", "Userprompts.json", "UserPrompts.json",
    ];

    /// <summary>What a file of this name should be; <see cref="HistoryFileKind.Other"/> for a name that no export uses.</summary>
    public static HistoryFileKind Promise(string name)
    {
        var file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (!file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return HistoryFileKind.Other;
        if (Starts(file, "Streaming_History_Video")) return HistoryFileKind.VideoHistory;
        if (Starts(file, "Streaming_History_") || Starts(file, "endsong")) return HistoryFileKind.ExtendedHistory;
        if (Starts(file, "StreamingHistory_podcast")) return HistoryFileKind.PodcastHistory;
        if (Starts(file, "StreamingHistory_audiobook")) return HistoryFileKind.AudiobookHistory;
        if (Starts(file, "StreamingHistory")) return HistoryFileKind.AccountHistory;
        if (Starts(file, "YourLibrary")) return HistoryFileKind.Library;
        if (Starts(file, "Playlist")) return HistoryFileKind.Playlists;
        if (Starts(file, "SearchQueries")) return HistoryFileKind.SearchHistory;
        return accountRecords.Contains(file, StringComparer.OrdinalIgnoreCase) ? HistoryFileKind.AccountRecord : HistoryFileKind.Other;
    }

    /// <summary>Files that systems add to archives and folders by themselves; they are passed over in silence.</summary>
    public static bool IsLitter(string name) =>
        name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.EndsWith(".DS_Store", StringComparison.Ordinal)
        || name.EndsWith("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.EndsWith("desktop.ini", StringComparison.OrdinalIgnoreCase);

    /// <summary>A name fit for display: no control or direction-changing characters, at most 120 of them.</summary>
    public static string Shown(string name)
    {
        var clean = string.Create(name.Length, name, static (shown, original) =>
        {
            for (var i = 0; i < shown.Length; i++) shown[i] = IsPlain(original[i]) ? original[i] : '\uFFFD';
        });
        return clean.Length <= LongestShown ? clean : string.Concat("…", clean.AsSpan(clean.Length - LongestShown + 1));
    }

    static bool IsPlain(char letter) =>
        char.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.PrivateUse);

    static bool Starts(string file, string start) => file.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
