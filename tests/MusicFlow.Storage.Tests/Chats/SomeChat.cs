using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Storage.Tests.Chats;

/// <summary>Chats, people and stored tracks for the tests beside this file.</summary>
static class SomeChat
{
    public static ChatAddress Group { get; } = new("telegram", "-100123", "7");

    public static PersonId Alice { get; } = new("telegram", "1");

    public static PersonId Bob { get; } = new("telegram", "2");

    public static DateTimeOffset Noon { get; } = ManualTime.Start;

    /// <summary>Stores a track and gives its id.</summary>
    public static async Task<TrackId> TrackAsync(TestStorage storage, string title)
    {
        var catalog = storage.Get<ITrackCatalog>();
        var track = Some.BareTrack(title, "Artist");
        await catalog.ImportAsync([track], TestContext.Current.CancellationToken);
        return (await catalog.GetAsync(TrackKey.Of(track)!.Value, TestContext.Current.CancellationToken))!.Id!.Value;
    }
}
