using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>chat</c>: the bot in the terminal, by the same pipeline as everywhere; a number presses a button.</summary>
internal static class ChatVerb
{
    private const string Platform = "terminal";

    public static Command Create(IServiceProvider services)
    {
        var once = new Option<string?>("--once") { Description = "Say one thing, print the answer and stop." };
        var language = new Option<string?>("--language") { Description = "Language code such as de; default: that of the system." };
        var command = new Command("chat", "Talk to the bot here.") { once, language };
        command.SetAction(async (parsed, ct) =>
        {
            await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            var locale = parsed.GetValue(language) ?? CultureInfo.CurrentUICulture.Name;
            if (parsed.GetValue(once) is { } text)
                return await SayAsync(services, Message(text, locale), ct) is { Kind: ReplyKind.Answered } ? CommandLine.Done : CommandLine.Failed;
            await TalkAsync(services, locale, ct);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task TalkAsync(IServiceProvider services, string locale, CancellationToken ct)
    {
        var terminal = services.GetRequiredService<Terminal>();
        var reply = await SayAsync(services, Message("/start", locale), ct);
        while (await NextAsync(terminal, ct) is { } line)
            reply = await SayAsync(services, Pressed(reply, line) is { } button ? Message(button.Command, locale) with { IsPress = true } : Message(line, locale), ct) ?? reply;
    }

    private static async Task<string?> NextAsync(Terminal terminal, CancellationToken ct)
    {
        terminal.Ask("> ");
        return await terminal.In.ReadLineAsync(ct);
    }

    private static async Task<Reply?> SayAsync(IServiceProvider services, IncomingMessage message, CancellationToken ct)
    {
        var reply = await services.GetRequiredService<CommandPipeline>().RunAsync(message, ct);
        if (reply is not null) services.GetRequiredService<Terminal>().Out.Write(ReplyView.Of(reply));
        return reply;
    }

    /// <summary>The button that a number means.</summary>
    private static Button? Pressed(Reply? reply, string line) =>
        int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= reply?.Buttons.Count ? reply.Buttons[number - 1] : null;

    private static IncomingMessage Message(string text, string locale) => new()
    {
        Chat = new ChatAddress(Platform, "local"),
        Caller = new Caller(new PersonId(Platform, "local"), Environment.UserName) { IsAdministrator = true },
        Text = text,
        IsPrivate = true,
        Locale = locale,
    };
}
