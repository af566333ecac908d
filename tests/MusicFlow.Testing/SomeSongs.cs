using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>A handful of songs: one fully known, one barely, two that are easily mixed up, one in another script.</summary>
public static class SomeSongs
{
    public static TrackFacts Harbour { get; } = Some.Track("Glass Harbour", "The Paper Lanterns") with { Album = Some.Fact("Night Ferries"), Popularity = Some.Fact(83d), Energy = Some.Fact(0.81) };

    public static TrackFacts Bare { get; } = Some.BareTrack("Untold Story", "Nobody Knows");

    public static TrackFacts Twin { get; } = Some.Track("Morning Light", "Alder") with { Popularity = Some.Fact(12d), Acousticness = Some.Fact(0.93), Released = Some.Fact(new ReleaseDate(1988, null, null)) };

    public static TrackFacts OtherTwin { get; } = Some.Track("Morning Light", "Birch and the Very Long Name of a Band") with { Popularity = Some.Fact(31d), Released = Some.Fact(new ReleaseDate(2021, 3, null)) };

    public static TrackFacts Japanese { get; } = Some.Track("夜に駆ける", "YOASOBI") with { Key = Some.Fact(-1) };

    public static IReadOnlyList<TrackFacts> All { get; } = [Harbour, Bare, Twin, OtherTwin, Japanese];
}
