using System.Globalization;
using Spectre.Console;

namespace MusicFlow.Bot;

/// <summary>The two streams of a terminal program: results on stdout, everything said on the way on stderr.</summary>
internal sealed class Terminal
{
#pragma warning disable RS0030 // The one place where the console itself is touched.
    private const int PipeWidth = 160;

    /// <summary>What is said into a pipe is not broken into lines: one sentence, one line.</summary>
    private const int Unbroken = 10_000;

    /// <summary>Results for people.</summary>
    public IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected, PipeWidth);

    /// <summary>Progress, advice and errors.</summary>
    public IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected, Unbroken);

    /// <summary>What a person types, line by line.</summary>
    public TextReader In { get; } = Console.In;

    /// <summary>Whether nobody reads stderr on a screen.</summary>
    public static bool IsErrorRedirected => Console.IsErrorRedirected;

    /// <summary>Says one line on stderr; what is put into the text is escaped.</summary>
    public void Say(FormattableString markup) => Error.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);

    /// <summary>Asks for the next line on stderr; says nothing where nobody sits.</summary>
    public void Ask(string prompt)
    {
        if (Error.Profile.Capabilities.Interactive) Error.Write(new Text(prompt));
    }

    /// <summary>Tells one line of the result on stdout; what is put into the text is escaped.</summary>
    public void Tell(FormattableString markup) => Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);

    /// <summary>One JSON document, as UTF-8 whatever the terminal's encoding.</summary>
    public static void WriteJson(ReadOnlySpan<byte> json)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(json);
        output.Write("\n"u8);
    }

    /// <summary>Makes emoji and umlauts survive where the terminal's encoding is not set.</summary>
    static Terminal() => Console.OutputEncoding = System.Text.Encoding.UTF8;
#pragma warning restore RS0030

    /// <summary>A pipe or a file gets plain text of a fixed width, a terminal colours and its own width.</summary>
    private static IAnsiConsole Create(TextWriter writer, bool redirected, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected) console.Profile.Width = width;
        return console;
    }
}
