using System.Globalization;
using MusicFlow.Core.Tracks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MusicFlow.Bot.Cards;

/// <summary>Facts of a track as a table in the terminal.</summary>
internal static class FactsTable
{
    /// <param name="facts">The facts.</param>
    /// <param name="raw">Also unknown facts, and when each source was read.</param>
    public static IRenderable Of(IReadOnlyList<TrackFact> facts, bool raw)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("fact").AddColumn("value").AddColumn("source");
        if (raw) table.AddColumn("read at");
        foreach (var fact in facts.Where(fact => raw || fact.Value is not null))
        {
            List<string> cells = [fact.Name, Markup.Escape(Words(fact)), Markup.Escape(fact.Source?.Name ?? "")];
            if (raw) cells.Add(fact.Source?.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "");
            table.AddRow([.. cells]);
        }
        return table;
    }

    /// <summary>The value as a person reads it.</summary>
    private static string Words(TrackFact fact) => fact.Value switch
    {
        null => "unknown",
        IEnumerable<string> several => string.Join(", ", several),
        bool yes => yes ? "yes" : "no",
        IFormattable number => $"{number.ToString(null, CultureInfo.InvariantCulture)} {fact.Unit}".TrimEnd(),
        _ => fact.Value.ToString() ?? "",
    };
}
