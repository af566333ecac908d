using System.Net;
using System.Text.Json;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Web.Tests.Api;

/// <summary>Every field, type and order of the answers; the 200s.</summary>
public sealed class MusicFlowApiTests
{
    const string Asked = "?song=The+Less+I+Know+the+better&artist=tame%20impala";

    const string AudioFeatures =
        "danceability:number,energy:number,key:int,loudness:number,mode:int,speechiness:number,acousticness:number,instrumentalness:number,liveness:number,valence:number,tempo:number";

    [Theory]
    [InlineData("/api/info", "{message:string}")]
    [InlineData("/api/info/", "{message:string}")]
    [InlineData("/api/health", "{name:string,description:string,api_version:string,model_version:string,project_url:string}")]
    [InlineData("/api/health/", "{name:string,description:string,api_version:string,model_version:string,project_url:string}")]
    [InlineData("/health", "{name:string,description:string,api_version:string,model_version:string,project_url:string}")]
    public async Task What_answers_here_has_its_shape(string path, string shape)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(shape, JsonShape.Of(await TestSite.JsonAsync(response)));
    }

    [Fact]
    public async Task The_welcome_names_an_example_that_works()
    {
        await using var site = await TestSite.StartAsync();

        var message = (await site.JsonAsync("/api/info")).GetProperty("message").GetString()!;

        var response = await site.GetAsync(new Uri(message[message.IndexOf("http", StringComparison.Ordinal)..]).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/features/")]
    [InlineData("/api/features")]
    [InlineData("/features/")]
    [InlineData("/features")]
    public async Task Features_have_every_field_type_and_order_of_the_seed(string path)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.JsonAsync(path + Asked);

        Assert.Equal(
            "{track:{track_name:string,artist_name:string,number_of_available_markets:int,num_artists:int,duration_ms:int,explicit:bool,popularity:int,isrc:string},"
            + "album:{release_date_precision:string,release_year:int,release_month:int,release_day:int,date_is_complete:bool,album:string},"
            + $"audio_features:{{{AudioFeatures},id:string,time_signature:int}},metadata:{{song:string,artist:[string],album:string}}}}",
            JsonShape.Of(answer));
        Assert.Equal(
            """{"track_name":"The Less I Know the better","artist_name":"tame impala","number_of_available_markets":183,"num_artists":1,"duration_ms":216320,"explicit":true,"popularity":83,"isrc":"AUUM71500303"}""",
            answer.GetProperty("track").GetRawText());
        Assert.Equal(
            """{"release_date_precision":"day","release_year":2015,"release_month":7,"release_day":17,"date_is_complete":true,"album":"Currents"}""",
            answer.GetProperty("album").GetRawText());
        Assert.Equal(
            """{"danceability":0.64,"energy":0.74,"key":4,"loudness":-4.083,"mode":1,"speechiness":0.0284,"acousticness":0.0115,"instrumentalness":0.00678,"liveness":0.167,"valence":0.785,"tempo":116.879,"id":"6K4t31amVTZDgR3sKmwUJJ","time_signature":4}""",
            answer.GetProperty("audio_features").GetRawText());
        Assert.Equal("""{"song":"The Less I Know The Better","artist":["Tame Impala"],"album":"Currents"}""", answer.GetProperty("metadata").GetRawText());
    }

    [Theory]
    [InlineData("/api/raw_features/")]
    [InlineData("/api/raw_features")]
    [InlineData("/raw_features/")]
    public async Task Raw_features_have_every_field_type_and_order_of_the_seed(string path)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.JsonAsync(path + Asked);

        Assert.Equal(
            ["track_name", "artist_name", "audio_features", "track", "status", "failure_type", "description", "metadata", "track_id"],
            answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            $"{{{AudioFeatures},type:string,id:string,uri:string,track_href:string,analysis_url:string,duration_ms:int,time_signature:int}}",
            JsonShape.Of(answer.GetProperty("audio_features")));
        Assert.Equal(("success", JsonValueKind.Null), (answer.GetProperty("status").GetString(), answer.GetProperty("failure_type").ValueKind));
        Assert.Equal("6K4t31amVTZDgR3sKmwUJJ", answer.GetProperty("track_id").GetString());
        var track = answer.GetProperty("track");
        Assert.Equal("""{"name":"Currents","release_date":"2015-07-17","release_date_precision":"day","type":"album"}""", track.GetProperty("album").GetRawText());
        Assert.Equal("""{"isrc":"AUUM71500303"}""", track.GetProperty("external_ids").GetRawText());
        Assert.Equal("spotify:track:6K4t31amVTZDgR3sKmwUJJ", track.GetProperty("uri").GetString());
        Assert.Equal(
            ["album", "artists", "duration_ms", "explicit", "external_ids", "external_urls", "href", "id", "is_local", "name", "popularity", "preview_url", "type", "uri"],
            track.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ("The Less I Know The Better", 216320, true, 83, "track"),
            (track.GetProperty("name").GetString(), track.GetProperty("duration_ms").GetInt32(), track.GetProperty("explicit").GetBoolean(), track.GetProperty("popularity").GetInt32(), track.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("/api/prediction/")]
    [InlineData("/api/prediction")]
    [InlineData("/prediction/")]
    [InlineData("/prediction")]
    public async Task A_prediction_has_every_field_type_and_order_of_the_seed(string path)
    {
        await using var site = await TestSite.StartAsync();

        var answer = await site.JsonAsync(path + Asked);

        Assert.Equal(
            "{song:string,artist:string,prediction:number,description:string,song_metadata:{song:string,artist:[string],album:string},message:{emoji:string,text:string},preview_url:null}",
            JsonShape.Of(answer));
        Assert.Equal(("The Less I Know the better", "tame impala"), (answer.GetProperty("song").GetString(), answer.GetProperty("artist").GetString()));
        var streams = answer.GetProperty("prediction").GetDouble();
        Assert.InRange(streams, 0, 30);
        Assert.Equal(Math.Round(streams, 2), streams);
        Assert.Equal((Verdict.On(streams).Emoji, Verdict.On(streams).Text), (answer.GetProperty("message").GetProperty("emoji").GetString(), answer.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task What_no_source_knows_is_null_and_fails_nothing()
    {
        await using var site = await TestSite.StartAsync([Some.BareTrack("Bare", "Nobody")]);

        var features = await site.JsonAsync("/api/features/?song=Bare&artist=Nobody");
        var raw = await site.JsonAsync("/api/raw_features/?song=Bare&artist=Nobody");
        var prediction = await site.JsonAsync("/api/prediction/?song=Bare&artist=Nobody");

        Assert.All(features.GetProperty("audio_features").EnumerateObject(), fact => Assert.Equal(JsonValueKind.Null, fact.Value.ValueKind));
        Assert.All(features.GetProperty("album").EnumerateObject(), fact => Assert.Equal(JsonValueKind.Null, fact.Value.ValueKind));
        Assert.Equal("{track_name:string,artist_name:string,number_of_available_markets:null,num_artists:int,duration_ms:null,explicit:null,popularity:null,isrc:null}", JsonShape.Of(features.GetProperty("track")));
        Assert.Equal(JsonValueKind.Null, raw.GetProperty("track_id").ValueKind);
        Assert.Equal(JsonValueKind.Number, prediction.GetProperty("prediction").ValueKind);
    }

    [Fact]
    public async Task A_track_without_a_key_has_key_minus_one_and_a_prediction()
    {
        await using var site = await TestSite.StartAsync([TestSite.TheSong with { Key = Some.Fact(-1), Isrc = null, AvailableMarkets = null }]);

        Assert.Equal(-1, (await site.JsonAsync("/api/features/" + Asked)).GetProperty("audio_features").GetProperty("key").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/prediction/" + Asked)).StatusCode);
    }

    [Theory]
    [InlineData(1999, null, null, "year", 1, 1)]
    [InlineData(1999, 12, null, "month", 12, 1)]
    public async Task A_date_without_month_or_day_says_so(int year, int? month, int? day, string precision, int shownMonth, int shownDay)
    {
        await using var site = await TestSite.StartAsync([TestSite.TheSong with { Released = Some.Fact(new ReleaseDate(year, month, day)) }]);

        var album = (await site.JsonAsync("/api/features/" + Asked)).GetProperty("album");

        Assert.Equal(
            (precision, shownMonth, shownDay, false),
            (album.GetProperty("release_date_precision").GetString(), album.GetProperty("release_month").GetInt32(), album.GetProperty("release_day").GetInt32(), album.GetProperty("date_is_complete").GetBoolean()));
    }

    [Theory]
    [InlineData("Me & You", "Cassie")]
    [InlineData("C#", "What?")]
    [InlineData("100% = 1/1 ; a+b", "AC/DC")]
    [InlineData("\"><script>alert(1)</script>", "'; drop table track; --")]
    [InlineData("夜に駆ける", "YOASOBI")]
    [InlineData("خذني", "فيروز")]
    [InlineData("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🎵👩‍👩‍👧", "𐍈 𒀀 Band")]
    [InlineData("Planes \U0002000B \U00030000 \U0004FFFD \U000E0041 \U000F0000 \U0010FFFD", "Last \U0010FFFD Band")]
    public async Task Names_with_every_kind_of_sign_arrive_whole(string song, string artist)
    {
        await using var site = await TestSite.StartAsync([Some.Track(song, artist)]);

        var answer = await site.JsonAsync($"/api/prediction/?song={Uri.EscapeDataString(song)}&artist={Uri.EscapeDataString(artist)}");

        Assert.Equal((song, artist), (answer.GetProperty("song").GetString(), answer.GetProperty("artist").GetString()));
        Assert.Equal(song, answer.GetProperty("song_metadata").GetProperty("song").GetString());
    }
}
