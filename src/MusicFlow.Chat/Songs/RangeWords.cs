using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Features;

namespace MusicFlow.Chat.Songs;

/// <summary>Puts a range of streams into words.</summary>
static class RangeWords
{
    public static string Of(Language words, (int Low, int High) range) => range switch
    {
        var (low, high) when low == high && high < Targets.Cap => words.Say(Texts.RangeOne, ("count", low)),
        (var low, Targets.Cap) => words.Say(Texts.RangeOpen, ("count", low)),
        var (low, high) => words.Say(Texts.RangeBetween, ("low", low), ("high", high)),
    };
}
