using MusicFlow.Core.Features;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class ListenerViewTests
{
    private readonly IReadOnlyList<CatalogueTrack> _catalogue = SomeListening.Catalogue(400);
    private readonly MemoryCatalog _stored = new();
    private readonly ListeningHistory _history;

    public ListenerViewTests()
    {
        var builder = new ListeningHistoryBuilder();
        foreach (var plays in SomeListening.Listener(_catalogue).Tracks)
            foreach (var end in plays.Streams)
                builder.Add(Some.Play(TitleOf(plays), ArtistOf(plays), end));
        builder.Add(Some.Play("Song of no catalogue", "Artist 7", new DateTimeOffset(2023, 5, 5, 0, 0, 0, TimeSpan.Zero)));
        _history = builder.Build();
    }

    [Fact]
    public async Task Every_track_is_seen_with_the_same_bits_as_training_sees_it_with_the_whole_catalogue()
    {
        await _stored.ImportAsync([.. _catalogue.Select(track => track.Facts)], TestContext.Current.CancellationToken);
        var listener = Listener.Of("somebody", _history, key => _catalogue.FirstOrDefault(track => track.Key == key)?.Facts.Album?.Value);
        var whole = new FeatureTable([listener], _catalogue).Around(0, listener.End, new HashSet<Core.Tracks.TrackKey>());

        foreach (var track in _catalogue.Take(80))
        {
            var view = await ListenerView.OfAsync(_stored, _history, track.Facts, track.Key, null, TestContext.Current.CancellationToken);

            Assert.Equal(listener.End, view.At);
            Assert.Equal(Vector(track, listener.End, whole), Vector(track, view.At, view.Around));
        }
    }

    [Fact]
    public async Task Streams_of_the_track_itself_are_counted()
    {
        await _stored.ImportAsync([.. _catalogue.Select(track => track.Facts)], TestContext.Current.CancellationToken);
        var played = SomeListening.Listener(_catalogue).Tracks[0];
        var track = _catalogue.First(entry => entry.Key == played.Key);

        var view = await ListenerView.OfAsync(_stored, _history, track.Facts, track.Key, null, TestContext.Current.CancellationToken);

        Assert.Equal(played.Streams.Count, view.OwnStreams);
    }

    private static int[] Vector(CatalogueTrack track, DateTimeOffset at, Surroundings around)
    {
        var vector = new float[FeatureSchema.OneListener.Count];
        FeatureSchema.Compute(FeatureSchema.OneListener, new FeatureRequest(track.Facts, track.Key, at, around), null, vector);
        return Array.ConvertAll(vector, BitConverter.SingleToInt32Bits);
    }

    private string TitleOf(TrackPlays plays) => _catalogue.First(track => track.Key == plays.Key).Facts.Title!.Value.Value;

    private string ArtistOf(TrackPlays plays) => _catalogue.First(track => track.Key == plays.Key).Facts.Artists!.Value.Value[0];
}
