namespace MusicFlow.Core.Tracks;

/// <summary>A release date as precise as its source knows it.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1–12, or <see langword="null"/> when only the year is known.</param>
/// <param name="Day">1–31, or <see langword="null"/> when only the month is known.</param>
public readonly record struct ReleaseDate(int Year, int? Month, int? Day);
