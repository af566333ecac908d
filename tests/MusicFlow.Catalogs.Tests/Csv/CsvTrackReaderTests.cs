using System.IO.Compression;
using System.Text;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Catalogs.Tests.Csv;

public sealed class CsvTrackReaderTests
{
    static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task The_TidyTuesday_layout_is_read_whole()
    {
        var rows = await ReadAsync("""
            track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms
            6f807x0ima9a1j3VPbc7VN,"A, ""B"" (feat. C)",Ed Sheeran,66,2oCs0DGTsRO98Gh5ZSl2Cx,Album,2019-06-14,Pop Remix,37i9dQZF1DXcZDD7cfEKhW,pop,dance pop,0.748,0.916,6,-2.634,1,0.0583,0.102,9.43e-6,0.0653,0.518,122.036,194754
            """, "tidytuesday.csv.gz");

        var track = Taken(Assert.Single(rows));
        Assert.Equal("A, \"B\" (feat. C)", track.Title?.Value);
        Assert.Equal(["Ed Sheeran"], track.Artists!.Value.Value);
        Assert.Equal(new ReleaseDate(2019, 6, 14), track.Released?.Value);
        Assert.Equal(("6f807x0ima9a1j3VPbc7VN", 66d, "pop", "Album"), (track.SpotifyId?.Value, track.Popularity?.Value, track.Genre?.Value, track.Album?.Value));
        Assert.Equal((0.748, 0.916, 6, -2.634, 1), (track.Danceability?.Value, track.Energy?.Value, track.Key?.Value, track.LoudnessDb?.Value, track.Mode?.Value));
        Assert.Equal((0.0583, 0.102, 9.43e-6, 0.0653, 0.518), (track.Speechiness?.Value, track.Acousticness?.Value, track.Instrumentalness?.Value, track.Liveness?.Value, track.Valence?.Value));
        Assert.Equal((122.036, 194_754d), (track.TempoBpm?.Value, track.DurationMs?.Value));
        Assert.Equal(new FactSource("tidytuesday", At), track.TempoBpm?.Source);
    }

    [Theory]
    [InlineData("name,artists\nA,\"['B', \"\"C's\"\"]\"", "B", "C's")]
    [InlineData("name,artists\nA,\"[\"\"B\"\", \"\"C\"\"]\"", "B", "C")]
    [InlineData("name,artists\nA,['B\\'s']", "B's")]
    [InlineData("track_name,artists\nA,B;C", "B", "C")]
    [InlineData("title;artist\nA;Tyler, The Creator", "Tyler, The Creator")]
    [InlineData("Track Name\tArtist Name(s)\nA\t[:SITD:]", "[:SITD:]")]
    [InlineData(",Song_Title,ARTIST\n0,A,Simon & Garfunkel", "Simon & Garfunkel")]
    public async Task Artists_are_read_in_every_notation(string csv, params string[] artists) =>
        Assert.Equal(artists, Taken(Assert.Single(await ReadAsync(csv))).Artists!.Value.Value);

    [Theory]
    [InlineData("None", "The Cure")]
    [InlineData("Some Song", "NA")]
    public async Task Words_for_nothing_may_be_names(string title, string artist) =>
        Assert.Equal(title, Taken(Assert.Single(await ReadAsync($"title,artist\n{title},{artist}"))).Title?.Value);

    [Theory]
    [InlineData("duration_ms", "194754", 194_754)]
    [InlineData("seconds", "216.3", 216_300)]
    [InlineData("length", "379266", 379_266)]
    [InlineData("duration", "200", 200_000)]
    [InlineData("duration", "3:20", 200_000)]
    public async Task Durations_are_read_in_every_unit(string header, string value, double milliseconds) =>
        Assert.Equal(milliseconds, Taken(Assert.Single(await ReadAsync($"title,artist,{header}\nA,B,{value}"))).DurationMs?.Value);

    [Fact]
    public async Task Other_notations_of_single_values_are_read()
    {
        var track = Taken(Assert.Single(await ReadAsync(
            "title,artist,key,mode,explicit,danceability_%,year,uri,isrc,markets,source\nA,B,C#,Minor,True,64,2019.0,spotify:track:6f807x0ima9a1j3VPbc7VN,au-um7-15-00303,\"['AD', 'DE']\",somewhere")));

        Assert.Equal((1, 0, true, 0.64), (track.Key?.Value, track.Mode?.Value, track.Explicit?.Value, track.Danceability?.Value));
        Assert.Equal((new ReleaseDate(2019, null, null), 2), (track.Released?.Value, track.AvailableMarkets?.Value));
        Assert.Equal(("6f807x0ima9a1j3VPbc7VN", "AUUM71500303", "somewhere"), (track.SpotifyId?.Value, track.Isrc?.Value, track.Title?.Source.Name));
    }

    [Theory]
    [InlineData("popularity", "101")]
    [InlineData("popularity", "-1")]
    [InlineData("popularity", "lots")]
    [InlineData("danceability", "1.01")]
    [InlineData("valence", "NaN0")]
    [InlineData("energy", "1e999")]
    [InlineData("loudness", "Infinity")]
    [InlineData("key", "12")]
    [InlineData("key", "1.5")]
    [InlineData("mode", "2")]
    [InlineData("tempo", "-4")]
    [InlineData("time_signature", "8")]
    [InlineData("duration_ms", "1")]
    [InlineData("release_date", "1234")]
    [InlineData("release_date", "2019-02-30")]
    [InlineData("explicit", "perhaps")]
    [InlineData("isrc", "short")]
    public async Task A_value_that_cannot_be_is_left_unknown_and_named(string header, string value)
    {
        var row = Assert.IsType<CsvTrackRow.Taken>(Assert.Single(await ReadAsync($"title,artist,{header}\nA,B,{value}")));

        Assert.Single(row.RefusedValues);
        Assert.Equal(Some.BareTrack("A", "B").FromSource("songs", At) with { Artists = null }, row.Track with { Artists = null });
    }

    [Theory]
    [InlineData("tempo", "0")]
    [InlineData("time_signature", "0.0")]
    [InlineData("popularity", "")]
    [InlineData("popularity", "nan")]
    [InlineData("id", "17")]
    public async Task What_says_that_nothing_is_known_is_no_mistake(string header, string value) =>
        Assert.Empty(Assert.IsType<CsvTrackRow.Taken>(Assert.Single(await ReadAsync($"title,artist,{header}\nA,B,{value}"))).RefusedValues);

    [Theory]
    [InlineData(",B,1", "no title")]
    [InlineData("A,  ,1", "no artist")]
    [InlineData("A,[],1", "no artist")]
    [InlineData("NA,NA,1", "no title")]
    [InlineData("A,B", "another number of fields than the header")]
    [InlineData("A,B,1,2", "another number of fields than the header")]
    [InlineData("A\u0001,B,1", "unreadable characters in a name")]
    public async Task A_row_that_is_no_track_is_refused_and_harms_no_other(string row, string reason)
    {
        var rows = await ReadAsync($"title,artist,popularity\nFirst,B,1\n{row}\nLast,B,1\n");

        Assert.Equal(["First", "Last"], rows.OfType<CsvTrackRow.Taken>().Select(taken => taken.Track.Title?.Value));
        Assert.Equal(new CsvTrackRow.Refused(3, reason), Assert.Single(rows.OfType<CsvTrackRow.Refused>()));
    }

    [Fact]
    public async Task Names_and_other_texts_have_a_greatest_length()
    {
        var rows = await ReadAsync($"title,artist,album\n{new string('x', 301)},B,\nA,B,{new string('x', 301)}");

        Assert.Equal("name too long", Assert.IsType<CsvTrackRow.Refused>(rows[0]).Reason);
        Assert.Equal(["Album"], Assert.IsType<CsvTrackRow.Taken>(rows[1]).RefusedValues);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("artist,popularity\nA,1", "no column for the title")]
    [InlineData("title,popularity\nA,1", "no column for the artist")]
    [InlineData("PK\u0003\u0004 rest of an archive", "ZIP archive")]
    [InlineData("\0\0\0\0\0\0\n\0\0", "no column for the title")]
    public async Task A_file_that_is_no_track_list_is_refused_with_one_sentence(string content, string part)
    {
        var error = await Assert.ThrowsAsync<CatalogFileException>(() => ReadAsync(content));

        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("songs.csv", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Another_encoding_is_named()
    {
        var latin = Encoding.Latin1.GetBytes("title,artist\nDéjà Vu,Beyoncé\n");

        var error = await Assert.ThrowsAsync<CatalogFileException>(() => ReadAsync(latin));

        Assert.Contains("not UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_UTF_8_and_UTF_16_are_understood()
    {
        byte[] Marked(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes("title,artist\nDéjà Vu,Beyoncé\n")];

        Assert.Equal("Déjà Vu", Taken(Assert.Single(await ReadAsync(Marked(Encoding.UTF8)))).Title?.Value);
        Assert.Equal("Déjà Vu", Taken(Assert.Single(await ReadAsync(Marked(Encoding.Unicode)))).Title?.Value);
    }

    [Fact]
    public async Task Gzip_is_known_by_its_bytes_and_damage_to_it_is_named()
    {
        var packed = Gzip("title,artist\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Song {i * 7919},Artist {i * 104729}\n")));

        Assert.Equal(5_000, (await ReadAsync(packed)).Count);
        var error = await Assert.ThrowsAsync<CatalogFileException>(() => ReadAsync(packed[..(packed.Length / 2)]));
        Assert.Contains("gzip", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_never_closes_ends_with_a_sentence_not_with_all_memory()
    {
        var endless = "title,artist\nA,B\n\"C,D\n" + string.Concat(Enumerable.Repeat("more,rows\n", 300_000));

        var error = await Assert.ThrowsAsync<CatalogFileException>(() => ReadAsync(endless));

        Assert.Contains("quote", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_starter_songs_are_all_read()
    {
        await using var file = File.OpenRead(Catalogs.Starter.StarterCatalogue.FilePath);
        var rows = await CsvTrackReader.ReadAsync(file, "starter-tracks.csv", At, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(360, rows.Count);
        Assert.All(rows, row => Assert.Empty(Assert.IsType<CsvTrackRow.Taken>(row).RefusedValues));
        var first = Taken(rows[0]);
        Assert.Equal(("The Less I Know The Better", "AUUM71500303", 216_300d, 183), (first.Title?.Value, first.Isrc?.Value, first.DurationMs?.Value, first.AvailableMarkets?.Value));
    }

    [Theory]
    [InlineData("catalogue/tidytuesday_spotify_songs.csv.gz", 32_833, 5)]
    [InlineData("catalogue/catalogue_full.csv.gz", 120_742, 0)]
    [InlineData("moods/moods_686.csv", 686, 0)]
    public async Task The_public_files_are_read_whole(string path, int expected, int refused)
    {
        if (SharedFiles.Find(path) is not { } full)
        {
            Assert.Skip($"{path} was not read: the shared data is not on this machine.");
            return;
        }

        await using var file = File.OpenRead(full);
        var rows = await CsvTrackReader.ReadAsync(file, path, At, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, rows.Count);
        Assert.Equal(refused, rows.OfType<CsvTrackRow.Refused>().Count());
    }

    static TrackFacts Taken(CsvTrackRow row) => Assert.IsType<CsvTrackRow.Taken>(row).Track;

    static Task<List<CsvTrackRow>> ReadAsync(string csv, string path = "folder/songs.csv") => ReadAsync(Encoding.UTF8.GetBytes(csv), path);

    static async Task<List<CsvTrackRow>> ReadAsync(byte[] csv, string path = "folder/songs.csv")
    {
        using var file = new MemoryStream(csv);
        return await CsvTrackReader.ReadAsync(file, path, At, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
