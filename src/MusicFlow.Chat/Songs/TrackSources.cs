using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Names the sources of a track's facts.</summary>
static class TrackSources
{
    /// <summary>Every source once, in the order of the facts; or that none is known.</summary>
    public static string Of(Language words, TrackFacts track)
    {
        var names = TrackFact.Of(track).Select(fact => fact.Source?.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? words[Texts.Unknown] : string.Join(", ", names);
    }
}
