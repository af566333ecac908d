using System.Globalization;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands.Features;

/// <summary>What is known of a song: how it sounds as bars, the rest as fields; or every fact with its source.</summary>
static class FeaturesReply
{
    /// <summary>Facts for machines, and those that the title says.</summary>
    static readonly string[] Hidden = ["title", "artists", "spotify_id", "isrc"];

    public static Reply Of(CommandCall call, TrackFacts track, SongPictures pictures)
    {
        var words = call.Words;
        var asBars = FeatureSchema.Named(["popularity", .. FeatureWords.Sound]);
        return new Reply([
            new Block.Title(SongWords.Title(words, track)),
            .. pictures.Radar(call, track),
            .. asBars.Select(feature => FeatureWords.Block(words, track, feature)),
            .. TrackFact.Of(track).Where(fact => !Hidden.Contains(fact.Name) && asBars.All(feature => feature.Name != fact.Name))
                .Select(fact => new Block.Field(words[Texts.Feature(fact.Name)], FactWords.Of(words, fact))),
            new Block.Footer(words.Say(Texts.FeaturesFooter, ("sources", TrackSources.Of(words, track)))),
        ])
        {
            Buttons = track.Id is { } id
                ? [new(words[Texts.ButtonPrediction], $"/predict {id}"), new(words[Texts.ButtonWhy], $"/why {id}"), new(words[Texts.ButtonSources], $"/features {id} {FeaturesArguments.Raw}")]
                : [],
        };
    }

    public static Reply Raw(Language words, TrackFacts track) => new([
        new Block.Title(SongWords.Title(words, track)),
        new Block.Lines([.. TrackFact.Of(track).Select(fact => Line(words, fact))]),
    ]);

    static string Line(Language words, TrackFact fact)
    {
        var line = $"{words[Texts.Feature(fact.Name)]}: {FactWords.Of(words, fact)}";
        return fact.Source is { } source ? string.Create(CultureInfo.InvariantCulture, $"{line} ({source.Name}, {source.At:yyyy-MM-dd})") : line;
    }
}
