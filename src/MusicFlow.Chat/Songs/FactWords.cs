using System.Globalization;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Puts one fact of a track into words.</summary>
static class FactWords
{
    public static string Of(Language words, TrackFact fact) => (fact.Name, fact.Value) switch
    {
        (_, null) => words[Texts.Unknown],
        (_, IEnumerable<string> several) and (_, not string) => string.Join(", ", several),
        (_, bool yes) => words[yes ? Texts.Yes : Texts.No],
        ("key", int key) => key is >= 0 and < 12 ? Pitches.Names[key] : words[Texts.Unknown],
        ("mode", int mode) => words[mode == 1 ? Texts.Major : Texts.Minor],
        ("time_signature", int beats) => words.Say(Texts.Beats, ("count", beats)),
        ("available_markets", int markets) => markets.ToString("N0", words.Culture),
        ("duration", double milliseconds) => PredictionWords.Time(milliseconds),
        ("popularity", double popularity) => words.Say(Texts.OfHundred, ("value", popularity)),
        ("loudness", double loudness) => words.Say(Texts.Decibels, ("value", loudness)),
        ("tempo", double tempo) => words.Say(Texts.Bpm, ("value", tempo)),
        (_, double share) => share.ToString("0.00##", words.Culture),
        (_, var text) => Convert.ToString(text, CultureInfo.InvariantCulture) ?? "",
    };
}
