using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Commands.Help;
using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat;

/// <summary>The answers that no command gives: the road itself is closed, broken or leads nowhere.</summary>
public static class Replies
{
    const int MostNames = 3;

    /// <summary>Too many messages wait already; for the platform to say when <see cref="Lanes.ChatLanes.Post"/> refuses one.</summary>
    public static Reply Busy(IncomingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Private(Language.Of(message.Locale)[Texts.Busy], ReplyKind.Busy);
    }

    internal static Reply TooFast(Language words, TimeSpan wait) =>
        Private(words.Say(Texts.TooFast, ("count", (int)Math.Ceiling(wait.TotalSeconds))), ReplyKind.Busy);

    internal static Reply Broken(Language words, string reference) => Private(words.Say(Texts.Broken, ("reference", reference)), ReplyKind.Broken);

    internal static Reply UnknownCommand(Language words, CommandTable table, string name)
    {
        var near = table.Nearest(name, MostNames);
        var text = near.Count == 0 ? words[Texts.UnknownCommand] : words.Say(Texts.UnknownCommandNear, ("names", string.Join(", ", near.Select(spec => $"/{spec.Name}"))));
        return Private(text, ReplyKind.UnknownCommand) with { Buttons = [.. near.Where(spec => !spec.Options.Any(option => option.IsRequired)).Select(spec => new Button($"/{spec.Name}", $"/{spec.Name}")), new(words[Texts.ButtonHelp], "/help")] };
    }

    /// <summary>The arguments make no sense to the command: shows how it is written.</summary>
    internal static Reply Usage(CommandCall call)
    {
        var help = HelpReply.One(call.Words, call.Spec);
        return help with { Blocks = [new Block.Text(call.Words[Texts.WrongUsage]), .. help.Blocks], Kind = ReplyKind.Usage, IsPrivate = true };
    }

    internal static Reply Private(string text, ReplyKind kind) => Reply.Say(text) with { Kind = kind, IsPrivate = true };
}
