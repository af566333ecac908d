namespace MusicFlow.Bot.Platforms;

/// <summary>One part of the program that <c>doctor</c> looks at.</summary>
internal interface IDoctorCheck
{
    /// <summary>Name of the part, as the start screen has it.</summary>
    string Part { get; }

    /// <summary>Looks; a part that is off is no fault.</summary>
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct);
}

/// <summary>What a check found.</summary>
/// <param name="IsGood">Whether nothing has to be done.</param>
/// <param name="Text">What was found; when it is not good, what to do.</param>
internal sealed record Finding(bool IsGood, string Text)
{
    /// <summary>All is well.</summary>
    public const string Good = "[green]✓[/]";

    /// <summary>It is off; nothing has to be done.</summary>
    public const string Off = "[grey]–[/]";

    /// <summary>The program works on without it; worth a look.</summary>
    public const string Remark = "[yellow]![/]";

    /// <summary>Something has to be done.</summary>
    public const string Bad = "[red]✗[/]";

    /// <summary>The sign before the line, in the terminal's markup.</summary>
    public string Sign { get; init; } = IsGood ? Good : Bad;
}
