using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;
using MusicFlow.Pictures;
using MusicFlow.Pictures.Cards;

namespace MusicFlow.Chat.Drawings;

/// <summary>How a song sounds, as a radar.</summary>
static class RadarPicture
{
    /// <summary>Fewer known values make no shape.</summary>
    const int FewestKnown = 3;

    static readonly IReadOnlyList<Feature> Axes = FeatureSchema.Named(["danceability", "energy", "valence", "acousticness", "instrumentalness", "liveness", "speechiness"]);

    public static Sketch? Of(Language words, TrackFacts track)
    {
        var axes = Axes.Select(feature => Axis(words, track, feature)).ToList();
        if (axes.Count(axis => axis.Value is not null) < FewestKnown) return null;
        var content = new FeatureRadarContent { Title = SongWords.Song(words, track), Artist = SongWords.Artists(words, track), Axes = axes };
        var alt = words.Say(Texts.RadarAlt, ("song", SongWords.Title(words, track)), ("figures", string.Join(", ", axes.Select(axis => $"{axis.Label} {axis.ValueText}"))));
        return new Sketch(PictureKey.Of(content), alt, () => FeatureRadarDrawing.Draw(content));
    }

    static RadarAxis Axis(Language words, TrackFacts track, Feature feature) => FeatureWords.ValueOf(track, feature) is var value && double.IsNaN(value)
        ? new RadarAxis(words[Texts.Feature(feature.Name)], words[Texts.Unknown], null)
        : new RadarAxis(words[Texts.Feature(feature.Name)], FeatureWords.Value(words, feature.Name, value), FeatureWords.Share(feature, value));
}
