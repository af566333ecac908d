namespace MusicFlow.Chat.Localisation;

/// <summary>Every text that the bot says, by what it is for. The words stand in the language files beside this one.</summary>
public static class Texts
{
    /// <summary>Summary of <c>/help</c>.</summary>
    public static TextKey HelpSummary { get; } = new("help.summary");
}
