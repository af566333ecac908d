namespace MusicFlow.Telegram.Rendering;

/// <summary>A text twice: with its formatting, and without for when Telegram does not understand it.</summary>
/// <param name="Html">Telegram's HTML.</param>
/// <param name="Plain">What is left of it after parsing.</param>
readonly record struct FormattedText(string Html, string Plain);
