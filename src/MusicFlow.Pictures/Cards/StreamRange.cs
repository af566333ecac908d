namespace MusicFlow.Pictures.Cards;

/// <summary>The streams a year that are expected in about 80 of 100 cases.</summary>
/// <param name="Low">Lower end, 0–30; what lies outside is cut when drawn.</param>
/// <param name="High">Upper end, 0–30, not below the lower.</param>
public readonly record struct StreamRange(double Low, double High);
