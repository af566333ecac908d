using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands.Settings;

/// <summary>Answers <c>/settings</c>: shows how the bot speaks in this chat; its administrators may change it.</summary>
sealed class SettingsHandler(IChatSettings chats) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("settings", Texts.SettingsSummary, Answer.Private)
    {
        Options =
        [
            new("setting", Texts.SettingOption) { Choices = [SettingsArguments.LanguageName, SettingsArguments.QuietName] },
            new("value", Texts.SettingValueOption) { Choices = [.. Language.All.Select(language => language.Code), SettingsArguments.Auto, SettingsArguments.On, SettingsArguments.Off] },
        ],
        Examples = ["", "language de", "quiet on"],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.Text.Length == 0) return SettingsReply.Of(call);
        if (SettingsArguments.Change(call.Settings, call.Text) is not { } changed) return Replies.Usage(call);
        if (!call.MayChangeChat) return Replies.Private(call.Words[Texts.AdministratorsOnly], ReplyKind.Refused);
        await chats.SetAsync(call.Chat, changed, ct);
        return SettingsReply.Of(call with { Settings = changed, Words = Language.Of(changed.Language ?? call.Message.Locale) }) with { ReplacesSource = call.Message.IsPress };
    }
}
