using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Limits;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Parsing;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat;

/// <summary>The one road every message takes. Thread-safe. Turns any failure into one log line and one apology.</summary>
public sealed class CommandPipeline
{
    readonly CommandTable table;
    readonly FrozenDictionary<string, BoundCommand> commands;
    readonly TokenBuckets buckets;
    readonly IChatSettings chats;
    readonly CommandMetrics metrics;
    readonly ILogger<CommandPipeline> log;

    internal CommandPipeline(CommandTable table, IEnumerable<BoundCommand> commands, TokenBuckets buckets, IChatSettings chats, (CommandMetrics Metrics, ILogger<CommandPipeline> Log) watch)
    {
        this.table = table;
        this.commands = commands.ToFrozenDictionary(command => command.Spec.Name, StringComparer.Ordinal);
        this.buckets = buckets;
        this.chats = chats;
        (metrics, log) = watch;
    }

    /// <summary>The command that a message will run, so that a platform can say beforehand where the answer goes; <see langword="null"/> for none.</summary>
    public CommandSpec? Find(IncomingMessage message) =>
        !IsOfBot(message) && CommandParser.Parse(message) is { } parsed ? table.Find(parsed.Name) : null;

    /// <summary>Answers a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Cancels; the only exception that this method throws.</param>
    /// <returns>The reply to send, or <see langword="null"/> when the message is not meant for the bot or its sender was told to wait.</returns>
    public async Task<Reply?> RunAsync(IncomingMessage message, CancellationToken ct)
    {
        if (IsOfBot(message) || CommandParser.Parse(message) is not { } parsed) return null;
        var spec = table.Find(parsed.Name);
        if (spec is null && !parsed.IsAddressed) return null;
        return await metrics.MeasureAsync(spec?.Name, message.Chat.Platform, () => AnswerAsync(message, parsed, spec, ct));
    }

    async Task<Reply?> AnswerAsync(IncomingMessage message, ParsedCommand parsed, CommandSpec? spec, CancellationToken ct)
    {
        var words = Language.Of(message.Locale);
        try
        {
            var admission = buckets.Take(message.Chat, message.Caller.Id);
            if (admission is Admission.Silent) return null;
            var settings = await chats.GetAsync(message.Chat, ct);
            words = settings.Language is { } code ? Language.Of(code) : words;
            if (admission is Admission.Refused(var wait)) return Replies.TooFast(words, wait);
            if (spec is null) return Replies.UnknownCommand(words, table, parsed.Name);
            return await commands[spec.Name].HandleAsync(new CommandCall(spec, TextOf(parsed, spec, message), message, settings, words), ct);
        }
        catch (Exception ex) when (!ct.IsCancellationRequested)
        {
            var reference = ErrorReference.New();
            log.CommandFailed(spec?.Name ?? "", message.Chat.Platform, reference, ex);
            return Replies.Broken(words, reference);
        }
    }

    /// <summary>What the command is about: where it takes a song and names none, the song of the message that it replies to.</summary>
    static string TextOf(ParsedCommand parsed, CommandSpec spec, IncomingMessage message)
    {
        var takesSong = spec.Options is [{ IsSong: true }, ..];
        return parsed.Text.Length == 0 && takesSong && !message.IsPress ? SongText.Of(message.RepliedText ?? "") : parsed.Text;
    }

    static bool IsOfBot(IncomingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Caller.IsBot;
    }
}
