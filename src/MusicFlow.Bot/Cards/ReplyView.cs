using System.Diagnostics;
using System.Globalization;
using MusicFlow.Chat;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MusicFlow.Bot.Cards;

/// <summary>A reply in the terminal: every block, and the buttons with the numbers that press them.</summary>
internal static class ReplyView
{
    private const int BarWidth = 20;

    public static IRenderable Of(Reply reply)
    {
        var rows = reply.Blocks.Select(Draw).Append(new Text("")).ToList();
        if (reply.Buttons.Count > 0) rows.Add(new Markup(string.Join("   ", reply.Buttons.Index().Select(Button))));
        return new Panel(new Rows(rows)) { Border = BoxBorder.Rounded, Padding = new Padding(1, 0) };
    }

    private static IRenderable Draw(Block block) => block switch
    {
        Block.Title title => new Markup($"[bold]{Markup.Escape(title.Value)}[/]"),
        Block.Text text => new Markup(Markup.Escape(text.Value)),
        Block.Footer footer => new Markup($"[grey]{Markup.Escape(footer.Value)}[/]"),
        Block.Field field => new Markup($"[grey]{Markup.Escape(field.Name)}:[/] {Markup.Escape(field.Value)}"),
        Block.Meter meter => new Markup($"[grey]{Markup.Escape(meter.Name)}:[/] [green]{Bar(meter.Share)}[/] {Markup.Escape(meter.Value)}"),
        Block.Lines lines => new Rows(lines.Items.Index().Select(line => new Markup($"  {(lines.IsNumbered ? Number(line.Index) + "." : "•")} {Markup.Escape(line.Item)}"))),
        Block.Picture picture => new Markup($"[grey]{Markup.Escape(PictureFile.Write(picture))}: {Markup.Escape(picture.AltText)}[/]"),
        _ => throw new UnreachableException(),
    };

    private static string Bar(double share)
    {
        var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
        return new string('━', full) + new string('╌', BarWidth - full);
    }

    private static string Button((int Index, Button Item) button) => $"[blue][[{Number(button.Index)}]] {Markup.Escape(button.Item.Label)}[/]";

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
