namespace MusicFlow.Chat.Localisation;

/// <summary>Names one text that exists in every language.</summary>
/// <param name="Name">As in the language files, such as <c>predict.title</c>.</param>
public readonly record struct TextKey(string Name);
