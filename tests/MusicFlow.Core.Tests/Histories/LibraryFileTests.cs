using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class LibraryFileTests
{
    [Fact]
    public async Task The_library_gives_tracks_albums_and_artists_and_leaves_the_rest()
    {
        const string Text = """
            {"tracks":[{"artist":"A","album":"L","track":"T","uri":"spotify:track:0001abcdefghijklmnopqr"},{"artist":"A","album":"L"}],
             "albums":[{"artist":"A","album":"L","uri":"spotify:album:x"}],"shows":[{"name":"S","publisher":"P"}],"episodes":[],
             "bannedTracks":[{"artist":"X","album":"Y","track":"Z"}],"artists":[{"name":"A","uri":"spotify:artist:x"}],"other":[]}
            """;

        var library = (await Reading.OfAsync("YourLibrary.json", Text)).Summary.Library!;

        Assert.Equal([new SavedTrack("T", "A", "L", "0001abcdefghijklmnopqr")], library.Tracks);
        Assert.Equal([new SavedAlbum("L", "A")], library.Albums);
        Assert.Equal([new SavedArtist("A")], library.Artists);
        Assert.Empty(library.PlaylistTracks);
    }

    [Fact]
    public async Task Playlists_of_both_forms_give_their_tracks()
    {
        const string Text = """
            {"playlists":[
              {"name":"New","lastModifiedDate":"2024-01-01","items":[
                {"track":{"trackName":"T1","artistName":"A","albumName":"L","trackUri":"spotify:track:0001abcdefghijklmnopqr"},"episode":null,"localTrack":null,"addedDate":"2024-01-01"},
                {"track":null,"episode":{"episodeName":"E","showName":"S"},"localTrack":null}],"description":null,"numberOfFollowers":0},
              {"name":"Old","tracks":[{"trackName":"T2","artistName":"B","albumName":"M"}]}]}
            """;

        var library = (await Reading.OfAsync("Playlist1.json", Text)).Summary.Library!;

        Assert.Equal(
            [new PlaylistTrack("New", new("T1", "A", "L", "0001abcdefghijklmnopqr")), new PlaylistTrack("Old", new("T2", "B", "M", null))],
            library.PlaylistTracks);
    }

    [Fact]
    public async Task A_damaged_library_is_forgotten_and_a_sound_one_kept()
    {
        const string Sound = """{"tracks":[{"artist":"A","album":"L","track":"Kept"}]}""";
        var zip = SomeExport.Zip(("a/YourLibrary.json", Sound), ("b/YourLibrary.json", Sound.Replace("Kept", "Cut", StringComparison.Ordinal)[..^1]));

        var library = (await Reading.OfAsync("my.zip", zip)).Summary.Library!;

        Assert.Equal("Kept", Assert.Single(library.Tracks).Title);
    }

    [Fact]
    public async Task A_library_without_end_is_refused()
    {
        var text = $$"""{"artists":[{{string.Join(',', Enumerable.Repeat("""{"name":"A"}""", 11))}}]}""";

        var reading = await Reading.OfAsync("YourLibrary.json", text, HistoryLimits.Default with { LibraryItems = 10 });

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
        Assert.Null(reading.Summary.Library);
    }
}
