using System.Globalization;
using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Commands.Settings;

/// <summary>A chat's settings, with a button for every change that the caller may make.</summary>
static class SettingsReply
{
    public static Reply Of(CommandCall call)
    {
        var (words, settings) = (call.Words, call.Settings);
        var chosen = settings.Language is { } code ? NameOf(Language.Of(code)) : words[Texts.SettingsAuto];
        return new Reply([
            new Block.Title(words[Texts.SettingsTitle]),
            new Block.Field(words[Texts.SettingsLanguage], chosen),
            new Block.Field(words[Texts.SettingsQuiet], words[settings.IsQuiet ? Texts.SettingsQuietOn : Texts.SettingsQuietOff]),
            .. call.MayChangeChat ? Enumerable.Empty<Block>() : [new Block.Footer(words[Texts.AdministratorsOnly])],
        ])
        {
            Buttons = call.MayChangeChat ? [.. Buttons(call)] : [],
        };
    }

    static IEnumerable<Button> Buttons(CommandCall call)
    {
        var (words, settings) = (call.Words, call.Settings);
        foreach (var language in Language.All.Where(language => language.Code != settings.Language))
            yield return Change(NameOf(language), SettingsArguments.LanguageName, language.Code);
        if (settings.Language is not null) yield return Change(words[Texts.ButtonAuto], SettingsArguments.LanguageName, SettingsArguments.Auto);
        yield return settings.IsQuiet
            ? Change(words[Texts.ButtonPicturesOn], SettingsArguments.QuietName, SettingsArguments.Off)
            : Change(words[Texts.ButtonPicturesOff], SettingsArguments.QuietName, SettingsArguments.On);
    }

    static Button Change(string label, string setting, string value) => new(label, $"/{SettingsHandler.Spec.Name} {setting} {value}");

    /// <summary>A language by its own name, such as <c>Deutsch</c>.</summary>
    static string NameOf(Language language) => CultureInfo.GetCultureInfo(language.Code).NativeName;
}
