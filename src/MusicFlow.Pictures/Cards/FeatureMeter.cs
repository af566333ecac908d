namespace MusicFlow.Pictures.Cards;

/// <summary>One figure of a song with a bar.</summary>
/// <param name="Label">Its name, localised.</param>
/// <param name="ValueText">Its value as shown, localised, with its unit.</param>
/// <param name="Share">How far the bar reaches, 0–1; <see langword="null"/> or not a number: unknown, drawn as a dashed line.</param>
public sealed record FeatureMeter(string Label, string ValueText, double? Share);
