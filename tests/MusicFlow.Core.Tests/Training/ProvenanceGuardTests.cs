using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class ProvenanceGuardTests
{
    private const double MostThatFlagsMayTell = 0.55;

    [Fact]
    public void A_field_that_only_played_tracks_have_is_withheld()
    {
        var catalogue = SomeListening.Catalogue();
        var listener = SomeListening.Listener(catalogue);
        var played = listener.Tracks.Select(track => track.Key).ToHashSet();
        List<CatalogueTrack> betrayed = [.. catalogue.Select(track => track with { Facts = track.Facts with { Explicit = played.Contains(track.Key) ? new(true, new FactSource("enrichment", default)) : null } })];

        var table = new TrainingTables([listener], betrayed).Whole(new TrainerOptions(), CancellationToken.None);

        Assert.Contains("explicit", table.Withheld);
        Assert.InRange(table.MissingFlagsAuc, 0, MostThatFlagsMayTell);
        var column = table.Names.ToList().IndexOf("explicit");
        Assert.All(Enumerable.Range(0, table.Train.Rows.Count), row => Assert.True(float.IsNaN(table.Train.Samples.Features.Row(row)[column])));
    }

    [Fact]
    public void Dates_that_tell_their_source_by_precision_are_withheld()
    {
        var catalogue = SomeListening.Catalogue();
        var listener = SomeListening.Listener(catalogue);
        var played = listener.Tracks.Select(track => track.Key).ToHashSet();
        List<CatalogueTrack> betrayed = [.. catalogue.Select(track => track with { Facts = track.Facts with { Released = new(new ReleaseDate(2001, 1, played.Contains(track.Key) ? 2 : null), new FactSource("mixed", default)) } })];

        var table = new TrainingTables([listener], betrayed).Whole(new TrainerOptions(), CancellationToken.None);

        Assert.Contains("release_day", table.Withheld);
        Assert.Contains("date_is_complete", table.Withheld);
    }

    [Fact]
    public void Gaps_that_fall_on_all_alike_are_left_alone()
    {
        var catalogue = SomeListening.Catalogue();
        var random = new Random(5);
        List<CatalogueTrack> gappy = [.. catalogue.Select(track => track with { Facts = track.Facts with { Valence = random.Next(4) == 0 ? null : track.Facts.Valence } })];

        var table = new TrainingTables([SomeListening.Listener(catalogue)], gappy).Whole(new TrainerOptions(), CancellationToken.None);

        Assert.DoesNotContain("valence", table.Withheld);
    }
}
