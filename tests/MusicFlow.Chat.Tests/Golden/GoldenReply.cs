using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MusicFlow.Chat.Tests.Golden;

/// <summary>
/// Compares replies, written as plain text, with committed ones. With the environment variable <c>MUSICFLOW_UPDATE_GOLDEN=1</c> the
/// committed texts are written anew: read each before committing it.
/// </summary>
static class GoldenReply
{
    public static void Matches(string name, Reply reply, [CallerFilePath] string caller = "")
    {
        var (file, text) = (name + ".txt", Write(reply));
        if (Environment.GetEnvironmentVariable("MUSICFLOW_UPDATE_GOLDEN") == "1")
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, file), text);
        else
            Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file)), text);
    }

    static string Write(Reply reply)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"({reply.Kind}{(reply.IsPrivate ? ", private" : "")}{(reply.ReplacesSource ? ", replaces its source" : "")})\n");
        foreach (var block in reply.Blocks) text.Append(Write(block)).Append('\n');
        foreach (var button in reply.Buttons) text.Append(CultureInfo.InvariantCulture, $"[{button.Label}] {button.Command}\n");
        return text.ToString();
    }

    static string Write(Block block) => block switch
    {
        Block.Title title => $"# {title.Value}",
        Block.Text line => line.Value,
        Block.Footer footer => $"({footer.Value})",
        Block.Field field => $"{field.Name}: {field.Value}",
        Block.Meter meter => string.Create(CultureInfo.InvariantCulture, $"{meter.Name}: {meter.Value} |{meter.Share:0.00}|"),
        Block.Lines lines => string.Join('\n', lines.Items.Select((item, i) => lines.IsNumbered ? string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {item}") : $"- {item}")),
        Block.Picture picture => string.Create(CultureInfo.InvariantCulture, $"<picture {picture.Width}x{picture.Height}: {picture.AltText}>"),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };
}
