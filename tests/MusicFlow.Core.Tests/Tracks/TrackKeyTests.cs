using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class TrackKeyTests
{
    [Theory]
    [InlineData("The Less I Know The Better", "Tame Impala", "the less i know the better|tame impala")]
    [InlineData("  Don’t   Stop ", "FLEETWOOD MAC", "dont stop|fleetwood mac")]
    [InlineData("Déjà Vu", "Beyoncé", "deja vu|beyonce")]
    [InlineData("Ænima", "Mø", "aenima|mo")]
    [InlineData("Straße", "Ærøsmith & Łona", "strasse|aerosmith and lona")]
    [InlineData("Praise The Lord", "A$AP Rocky", "praise the lord|asap rocky")]
    [InlineData("So What", "P!nk", "so what|pink")]
    [InlineData("Losing My Religion", "R.E.M.", "losing my religion|rem")]
    [InlineData("Ｆｕｌｌ　Ｗｉｄｔｈ", "ﬁnal", "full width|final")]
    [InlineData("Blinding Lights", "The Weeknd", "blinding lights|weeknd")]
    [InlineData("a|b", "c|d", "a b|c d")]
    public void Letters_case_quotes_and_signs_fold(string title, string artist, string expected) =>
        Assert.Equal(expected, TrackKey.Of(title, artist).Value);

    [Theory]
    [InlineData("Heroes - 2017 Remaster")]
    [InlineData("Heroes (Remastered 2017)")]
    [InlineData("Heroes [2017 - Remaster]")]
    [InlineData("Heroes – Single Version")]
    [InlineData("Heroes - Mono / Remastered")]
    [InlineData("Heroes (Deluxe Edition)")]
    [InlineData("Heroes - Radio Edit")]
    [InlineData("Heroes (From \"Moulin Rouge\")")]
    [InlineData("Heroes - Original Motion Picture Soundtrack")]
    [InlineData("Heroes (feat. Brian Eno) - 2019 Mix")]
    [InlineData("Heroes feat. Brian Eno")]
    [InlineData("Heroes (with Brian Eno) [Bonus Track]")]
    [InlineData("Heroes - 40th Anniversary Edition")]
    [InlineData("“Heroes” (Official Video)")]
    public void Editions_of_one_recording_share_a_key(string title) =>
        Assert.Equal(TrackKey.Of("Heroes", "David Bowie"), TrackKey.Of(title, "David Bowie"));

    [Theory]
    [InlineData("Heroes - Live")]
    [InlineData("Heroes (Live at Wembley)")]
    [InlineData("Heroes - Acoustic")]
    [InlineData("Heroes - Extended Mix")]
    [InlineData("Heroes (Loud Luxury Remix)")]
    [InlineData("Heroes - Demo")]
    [InlineData("Heroes (Taylor's Version)")]
    [InlineData("Heroes - Instrumental")]
    [InlineData("Heroes, Pt. 2")]
    [InlineData("Heroes (1984)")]
    public void Other_recordings_keep_their_own_key(string title) =>
        Assert.NotEqual(TrackKey.Of("Heroes", "David Bowie"), TrackKey.Of(title, "David Bowie"));

    [Theory]
    [InlineData("Stay - Live at Wembley / Remastered 2011", "Stay (Live at Wembley)")]
    [InlineData("Stay - Live at Wembley; 2011 Remaster", "Stay - Live At Wembley")]
    [InlineData("Ignition - Remix", "Ignition (Remix)")]
    [InlineData("Stay (feat. X) - Tiësto Remix / Radio Edit", "Stay [Tiesto remix]")]
    public void Two_spellings_of_a_version_share_a_key(string left, string right) =>
        Assert.Equal(TrackKey.Of(left, "A"), TrackKey.Of(right, "A"));

    [Theory]
    [InlineData("Tyler, The Creator", "Tyler, The Creator, Kali Uchis")]
    [InlineData("Earth, Wind & Fire", "Earth, Wind & Fire;The Emotions")]
    [InlineData("Drake", "Drake feat. Rihanna")]
    [InlineData("Ed Sheeran", "Ed Sheeran; Khalid")]
    [InlineData("Silk City", "Silk City (feat. Dua Lipa)")]
    [InlineData("The Beatles", "Beatles")]
    public void A_credit_and_its_first_artist_give_one_key(string first, string credit) =>
        Assert.Equal(TrackKey.Of("Song", first), TrackKey.Of("Song", credit));

    [Theory]
    [InlineData("AC/DC", "AC")]
    [InlineData("Simon & Garfunkel", "Simon")]
    [InlineData("10,000 Maniacs", "10")]
    [InlineData("Florence + The Machine", "Florence")]
    public void Names_with_signs_are_not_cut(string artist, string part) =>
        Assert.NotEqual(TrackKey.Of("Song", artist), TrackKey.Of("Song", part));

    [Theory]
    [InlineData("夜に駆ける", "YOASOBI")]
    [InlineData("Группа крови", "Кино")]
    [InlineData("أهواك", "عبد الحليم حافظ")]
    [InlineData("봄날", "방탄소년단")]
    [InlineData("तुम ही हो", "अरिजीत सिंह")]
    [InlineData("÷", "+")]
    [InlineData("???", "!!!")]
    [InlineData("🎵", "𝕊𝕥𝕪𝕝𝕖")]
    [InlineData("(...)", "( )")]
    public void No_script_and_no_sign_folds_to_nothing(string title, string artist)
    {
        var key = TrackKey.Of(title, artist);

        Assert.NotEmpty(key.Title);
        Assert.NotEmpty(key.Artist);
    }

    [Theory]
    [InlineData("が", "か")]
    [InlineData("कि", "की")]
    [InlineData("봄", "보")]
    public void Marks_that_make_another_syllable_stay(string left, string right) =>
        Assert.NotEqual(TrackKey.Of(left, "A"), TrackKey.Of(right, "A"));

    [Theory]
    [InlineData("Ёлка", "Елка")]
    [InlineData("أهواك", "اهواك")]
    [InlineData("ΣΊΣΥΦΟΣ", "σισυφος")]
    [InlineData("İstanbul", "istanbul")]
    public void Accents_of_other_alphabets_fold(string left, string right) =>
        Assert.Equal(TrackKey.Of(left, "A"), TrackKey.Of(right, "A"));

    [Theory]
    [InlineData("\uD83C")]
    [InlineData("a\uDC00b\uD800")]
    [InlineData("((((((")]
    [InlineData(")(")]
    [InlineData(" - ")]
    [InlineData("")]
    [InlineData("(feat. A)")]
    [InlineData(" feat. ")]
    public void Broken_titles_still_give_a_key(string title) =>
        Assert.EndsWith("|a", TrackKey.Of(title, "A").Value, StringComparison.Ordinal);

    [Fact]
    public void A_key_needs_title_and_artist()
    {
        var source = new FactSource("test", DateTimeOffset.UnixEpoch);
        var title = new TrackFacts { Title = new("Song", source) };

        Assert.Null(TrackKey.Of(title));
        Assert.Equal("song|a", TrackKey.Of(title with { Artists = new Fact<IReadOnlyList<string>>(["A", "B"], source) })?.Value);
    }
}
