using MusicFlow.Core.Features;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class FeatureTableTests
{
    private readonly IReadOnlyList<CatalogueTrack> _catalogue = SomeListening.Catalogue(400);
    private readonly Listener _listener;
    private readonly IReadOnlyList<Sample> _rows;

    public FeatureTableTests()
    {
        _listener = SomeListening.Listener(_catalogue);
        _rows = new SampleDraw(_catalogue).LastYear(_listener, 0, ZeroDraw.Uniform, 42);
    }

    [Fact]
    public void Training_and_serving_compute_the_same_bits()
    {
        var split = Split.ByTrack(_rows, 42);
        var table = new FeatureTable([_listener], _catalogue);

        var trained = table.HeldOut(split.Test, FeatureSchema.OneListener);

        var around = table.Around(0, _listener.End, split.Test.Select(row => row.Track.Key).ToHashSet());
        var served = new float[FeatureSchema.OneListener.Count];
        for (var row = 0; row < split.Test.Count; row++)
        {
            FeatureSchema.Compute(FeatureSchema.OneListener, new FeatureRequest(split.Test[row].Track.Facts, split.Test[row].Track.Key, _listener.End, around), null, served);
            Assert.Equal(Bits(trained.Row(row)), Bits(served));
        }
    }

    [Fact]
    public void No_feature_of_a_held_out_row_knows_any_held_out_play()
    {
        var split = Split.ByTrack(_rows, 42);
        var judged = split.Test.Select(row => row.Track.Key).ToHashSet();
        var silenced = _listener with { Tracks = [.. _listener.Tracks.Where(track => !judged.Contains(track.Key))] };

        var with = new FeatureTable([_listener], _catalogue).HeldOut(split.Test, FeatureSchema.OneListener);
        var without = new FeatureTable([silenced], _catalogue).HeldOut(split.Test, FeatureSchema.OneListener);

        Assert.Equal(Bits(with.Values), Bits(without.Values));
    }

    [Fact]
    public void No_feature_of_a_training_row_knows_its_own_fold_or_the_held_out_plays()
    {
        var split = Split.ByTrack(_rows, 42);
        var folds = Split.Folds(split.Train, 5, 42);
        var judged = split.Test.Select(row => row.Track.Key).ToHashSet();
        var unseen = split.Train.Where((_, row) => folds[row] == 3).Select(row => row.Track.Key).Concat(judged).ToHashSet();
        var silenced = _listener with { Tracks = [.. _listener.Tracks.Where(track => !unseen.Contains(track.Key))] };

        var with = new FeatureTable([_listener], _catalogue).OutOfFold(split.Train, folds, judged, FeatureSchema.OneListener);
        var without = new FeatureTable([silenced], _catalogue).OutOfFold(split.Train, folds, judged, FeatureSchema.OneListener);

        foreach (var row in Enumerable.Range(0, folds.Length).Where(row => folds[row] == 3))
            Assert.Equal(Bits(with.Row(row)), Bits(without.Row(row)));
    }

    [Fact]
    public void A_forecast_knows_nothing_of_what_comes_after_its_cut_off()
    {
        var rows = new SampleDraw(_catalogue).Ahead(_listener, 0, (0.4, 0.7), 42);
        var cutOff = _listener.At(0.4);
        var past = _listener with { Tracks = [.. _listener.Tracks.Select(track => track with { Streams = [.. track.Streams.Where(end => end < cutOff)], Skips = [.. track.Skips.Where(end => end < cutOff)] })] };

        var with = new FeatureTable([_listener], _catalogue).Ahead(rows, FeatureSchema.All);
        var without = new FeatureTable([past], _catalogue).Ahead(rows, FeatureSchema.All);

        Assert.Equal(Bits(with.Values), Bits(without.Values));
    }

    private static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (var i = 0; i < bits.Length; i++) bits[i] = BitConverter.SingleToInt32Bits(values[i]);
        return bits;
    }
}
