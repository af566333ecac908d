namespace MusicFlow.Pictures.Cards;

/// <summary>What a waterfall of contributions shows: how factors lead from a typical song to the prediction. Texts come localised.</summary>
public sealed record ContributionWaterfallContent
{
    /// <summary>Most reasons drawn.</summary>
    public const int MostReasons = 8;

    /// <summary>Title of the song; left out where the fonts cannot write it.</summary>
    public required string Title { get; init; }

    /// <summary>Artists of the song; left out where the fonts cannot write them.</summary>
    public required string Artist { get; init; }

    /// <summary>Where the factors start: the answer for a song of which nothing is known.</summary>
    public required WaterfallEnd Start { get; init; }

    /// <summary>The reasons in the order in which they are drawn; the first eight are shown.</summary>
    public required IReadOnlyList<WaterfallReason> Reasons { get; init; }

    /// <summary>Where they lead: the prediction. A dashed line shows what the reasons leave open.</summary>
    public required WaterfallEnd End { get; init; }

    /// <summary>The verdict, for the accent colour.</summary>
    public required VerdictLevel Verdict { get; init; }

    /// <summary>Dark or light.</summary>
    public Theme Theme { get; init; }
}

/// <summary>One end of a waterfall.</summary>
/// <param name="Label">What it is: "A typical song", "This song".</param>
/// <param name="ValueText">Its streams as shown, localised.</param>
/// <param name="Streams">Its streams a year; below 0.01 drawn as 0.01, since a logarithm has no zero.</param>
public sealed record WaterfallEnd(string Label, string ValueText, double Streams);

/// <summary>One reason of a prediction.</summary>
/// <param name="Text">The reason in words; wrapped to two lines.</param>
/// <param name="FactorText">Its factor as shown: "×1.4".</param>
/// <param name="Factor">By what it multiplies the expected streams, above 0.</param>
public sealed record WaterfallReason(string Text, string FactorText, double Factor);
