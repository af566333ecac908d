using System.Globalization;
using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Rendering;

namespace MusicFlow.Telegram.Answering;

/// <summary>A reply as inline results: the card itself, or one line for each song that may be meant. Pure.</summary>
/// <param name="Articles">The results.</param>
/// <param name="CacheSeconds">How long Telegram may repeat them to the same person.</param>
sealed record InlineResults(IReadOnlyList<InlineQueryResultArticle> Articles, int CacheSeconds)
{
    /// <summary>What follows <c>/start</c> when somebody takes the hint.</summary>
    public const string StartParameter = "inline";

    const int MostResults = 10;
    const int LongestLine = 100;

    /// <summary>Nothing to offer.</summary>
    public static InlineResults None { get; } = new([], 1);

    /// <param name="reply">The pipeline's reply; <see langword="null"/> for none.</param>
    public static InlineResults Of(Reply? reply) => reply switch
    {
        { Kind: ReplyKind.Answered } => new([Card(reply)], 60),
        { Kind: ReplyKind.Ambiguous or ReplyKind.NotFound, Buttons.Count: > 0 } => new([.. reply.Buttons.Take(MostResults).Select(Choice)], 60),
        _ => None,
    };

    static InlineQueryResultArticle Card(Reply reply)
    {
        var card = TelegramRenderer.RenderInline(reply);
        var lines = card.Text!.Value.Plain.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Article("card", lines.ElementAtOrDefault(0) ?? "…", card) with { Description = lines.ElementAtOrDefault(1) is { } second ? Cut(second) : null };
    }

    /// <summary>A song that may be meant: the message has its name and the button that predicts it there.</summary>
    static InlineQueryResultArticle Choice(Button button, int at) => Article(
        string.Create(CultureInfo.InvariantCulture, $"choice{at}"), button.Label, TelegramRenderer.RenderInline(Reply.Say(button.Label) with { Buttons = [button] }));

    static InlineQueryResultArticle Article(string id, string title, TelegramCard card) =>
        new(id, Cut(title), new InputTextMessageContent(card.Text!.Value.Html) { ParseMode = "HTML" }) { ReplyMarkup = card.Keyboard };

    static string Cut(string text) => new TelegramHtml(LongestLine).Text(text).ToText().Plain;
}
