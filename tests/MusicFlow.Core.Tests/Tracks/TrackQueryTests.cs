using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class TrackQueryTests
{
    [Theory]
    [InlineData("Hello - Adele", "Hello", "Adele")]
    [InlineData("Adele - Hello", "Hello", "Adele")]
    [InlineData("Hello – Adele", "Hello", "Adele")]
    [InlineData("Hello — Adele", "Hello", "Adele")]
    [InlineData("Hello—Adele", "Hello", "Adele")]
    [InlineData("Hello -Adele", "Hello", "Adele")]
    [InlineData("Hello by Adele", "Hello", "Adele")]
    [InlineData("Stand by Me by Ben E. King", "Stand by Me", "Ben E. King")]
    [InlineData("\"Hello\" Adele", "Hello", "Adele")]
    [InlineData("“Hello” by Adele", "Hello", "Adele")]
    [InlineData("Adele: «Hello»", "Hello", "Adele:")]
    [InlineData("'Hello' - 'Adele'", "Hello", "Adele")]
    [InlineData("Heroes - 2017 Remaster - David Bowie", "Heroes - 2017 Remaster", "David Bowie")]
    [InlineData("夜に駆ける - YOASOBI", "夜に駆ける", "YOASOBI")]
    [InlineData("YOASOBI「夜に駆ける」", "夜に駆ける", "YOASOBI")]
    public void Song_and_artist_are_read_out_of_every_notation(string text, string song, string artist) =>
        Assert.Contains(new TrackReading(song, artist), Parsed(text).Readings);

    [Theory]
    [InlineData("Hello")]
    [InlineData("Semi-Charmed Life")]
    [InlineData(" - ")]
    [InlineData("\"\"")]
    [InlineData("?")]
    public void A_text_without_parts_is_a_song(string text) => Assert.Null(Assert.Single(Parsed(text).Readings).Artist);

    [Fact]
    public void Many_separators_make_few_readings() =>
        Assert.InRange(Parsed(string.Join(" - ", Enumerable.Repeat("a", 50))).Readings.Count, 1, 20);

    [Theory]
    [InlineData("https://open.spotify.com/track/6habFhsOp2NvshLv26DqMb?si=0123456789abcdef", TrackService.Spotify, "6habFhsOp2NvshLv26DqMb")]
    [InlineData("https://open.spotify.com/intl-de/track/6habFhsOp2NvshLv26DqMb", TrackService.Spotify, "6habFhsOp2NvshLv26DqMb")]
    [InlineData("open.spotify.com/track/6habFhsOp2NvshLv26DqMb", TrackService.Spotify, "6habFhsOp2NvshLv26DqMb")]
    [InlineData("spotify:track:6habFhsOp2NvshLv26DqMb", TrackService.Spotify, "6habFhsOp2NvshLv26DqMb")]
    [InlineData(" 6habFhsOp2NvshLv26DqMb ", TrackService.Spotify, "6habFhsOp2NvshLv26DqMb")]
    [InlineData("https://www.deezer.com/us/track/3135556", TrackService.Deezer, "3135556")]
    [InlineData("deezer.com/track/3135556?utm_source=x", TrackService.Deezer, "3135556")]
    [InlineData("https://music.apple.com/us/album/currents/1440838039?i=1440838060&l=en", TrackService.Apple, "1440838060")]
    [InlineData("https://music.apple.com/gb/song/hello/1544494115", TrackService.Apple, "1544494115")]
    public void Links_and_ids_are_read(string text, TrackService service, string id)
    {
        var query = Parsed(text);

        Assert.Equal(new TrackLink(service, id), query.Link);
        Assert.Empty(query.Readings);
    }

    [Theory]
    [InlineData("Supercalifragilistices")]
    [InlineData("open.spotify.com is down - A")]
    public void What_only_looks_like_a_link_is_a_song(string text) => Assert.Null(Parsed(text).Link);

    [Theory]
    [InlineData(null, "Name a song")]
    [InlineData("", "Name a song")]
    [InlineData(" \u00A0 ", "Name a song")]
    [InlineData("a\nb", "control")]
    [InlineData("a\0b", "control")]
    [InlineData("a\u2028b", "control")]
    [InlineData("https://open.spotify.com/album/6habFhsOp2NvshLv26DqMb", "single song")]
    [InlineData("https://open.spotify.com/track/short", "single song")]
    [InlineData("https://evil.example/track/6habFhsOp2NvshLv26DqMb", "single song")]
    [InlineData("https://open.spotify.com.evil.example/track/6habFhsOp2NvshLv26DqMb", "single song")]
    [InlineData("spotify:album:6habFhsOp2NvshLv26DqMb", "single song")]
    [InlineData("http://", "single song")]
    public void What_is_no_query_is_refused_with_one_reason(string? text, string part)
    {
        Assert.False(TrackQuery.TryParse(text, out var query, out var problem));

        Assert.Null(query);
        Assert.Contains(part, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() => Assert.False(TrackQuery.TryParse("a" + (char)0xD83D, out _, out _));

    [Fact]
    public void The_longest_text_is_200_characters()
    {
        Assert.True(TrackQuery.TryParse(new string('夜', 200), out _, out _));
        Assert.False(TrackQuery.TryParse(new string('夜', 201), out _, out var problem));
        Assert.Contains("201", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Song_and_artist_named_apart_are_one_reading_and_never_a_link()
    {
        Assert.True(TrackQuery.TryOf(" spotify:track:6K4t31amVTZDgR3sKmwUJJ ", "AC - DC", out var query, out _));

        Assert.Null(query.Link);
        Assert.Equal([new TrackReading("spotify:track:6K4t31amVTZDgR3sKmwUJJ", "AC - DC")], query.Readings);
    }

    [Fact]
    public void Each_of_song_and_artist_named_apart_has_its_own_problem()
    {
        Assert.False(TrackQuery.TryOf("Hello", " ", out _, out var noArtist));
        Assert.False(TrackQuery.TryOf(new string('x', 201), "Adele", out _, out var longSong));

        Assert.Equal((null, "Name the artist, such as: Tame Impala."), noArtist);
        Assert.Contains("201", longSong.Song, StringComparison.Ordinal);
        Assert.Null(longSong.Artist);
    }

    static TrackQuery Parsed(string text)
    {
        Assert.True(TrackQuery.TryParse(text, out var query, out var problem), problem);
        return query;
    }
}
