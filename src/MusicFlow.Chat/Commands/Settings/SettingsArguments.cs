using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands.Settings;

/// <summary>Reads what <c>/settings</c> shall change.</summary>
static class SettingsArguments
{
    public const string LanguageName = "language";
    public const string QuietName = "quiet";
    public const string Auto = "auto";
    public const string On = "on";
    public const string Off = "off";

    /// <summary>The settings after the change; <see langword="null"/> when the text names none.</summary>
    public static ChatSettings? Change(ChatSettings settings, string text) => text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [LanguageName, Auto] => settings with { Language = null },
        [LanguageName, var code] when Language.All.Any(language => language.Code == code) => settings with { Language = code },
        [QuietName, On] => settings with { IsQuiet = true },
        [QuietName, Off] => settings with { IsQuiet = false },
        _ => null,
    };
}
