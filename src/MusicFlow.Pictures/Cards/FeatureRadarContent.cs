namespace MusicFlow.Pictures.Cards;

/// <summary>What a feature radar shows. Texts come localised; one that the fonts cannot write is left out.</summary>
public sealed record FeatureRadarContent
{
    /// <summary>Fewest axes that make a shape.</summary>
    public const int FewestAxes = 5;

    /// <summary>Most axes that can be told apart.</summary>
    public const int MostAxes = 9;

    /// <summary>Title of the song.</summary>
    public required string Title { get; init; }

    /// <summary>Artists of the song.</summary>
    public required string Artist { get; init; }

    /// <summary>5 to 9 axes, clockwise from the top.</summary>
    public required IReadOnlyList<RadarAxis> Axes { get; init; }

    /// <summary>Dark or light.</summary>
    public Theme Theme { get; init; }
}

/// <summary>One axis of a radar.</summary>
/// <param name="Label">Its name, localised.</param>
/// <param name="ValueText">Its value as shown, localised; not shown where the value is unknown.</param>
/// <param name="Value">From the middle, 0, to the rim, 1; <see langword="null"/> or not a number: unknown, drawn as a gap with a question mark.</param>
public sealed record RadarAxis(string Label, string ValueText, double? Value)
{
    /// <summary>The value as drawn; <see langword="null"/> where it is unknown.</summary>
    internal float? Drawn => Value is { } value && double.IsFinite(value) ? (float)Math.Clamp(value, 0, 1) : null;
}
