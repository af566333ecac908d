using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Songs;

/// <summary>Writes expected streams no more precisely than they are known.</summary>
static class StreamWords
{
    /// <summary>One decimal, below one stream two.</summary>
    public static string Of(Language words, double streams) => streams.ToString(streams >= 1 ? "0.0" : "0.0#", words.Culture);
}
