using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Web.Tests.Api;

/// <summary>What callers get when there is no answer: problem+json with true status codes.</summary>
public sealed class ApiProblemTests
{
    const string Problem = "type:string,title:string,status:int,detail:string,failure_type:string,status_text:string,request_id:string";

    [Theory]
    [InlineData("/api/prediction/")]
    [InlineData("/api/features/")]
    [InlineData("/api/raw_features/")]
    [InlineData("/prediction")]
    public async Task An_unknown_song_is_404_and_names_the_nearest(string path)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync(path + "?song=Nothing+Like+It&artist=Nobody");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await TestSite.JsonAsync(response);
        Assert.StartsWith($"{{{Problem},choices:[", JsonShape.Of(problem), StringComparison.Ordinal);
        Assert.Equal(("search_track_url", "failed", 404), Members(problem));
    }

    [Theory]
    [InlineData("", "song,artist")]
    [InlineData("?song=Hello", "artist")]
    [InlineData("?artist=Adele", "song")]
    [InlineData("?song=&artist=", "song,artist")]
    [InlineData("?song=%20%20&artist=Adele", "song")]
    [InlineData("?song=a&song=b&artist=Adele", "song")]
    [InlineData("?song=a%00b&artist=Adele", "song")]
    [InlineData("?song=a%0D%0Ab&artist=Adele", "song")]
    public async Task A_parameter_that_is_missing_empty_repeated_or_no_text_is_422(string query, string wrong)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync("/api/prediction/" + query);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await TestSite.JsonAsync(response);
        Assert.StartsWith($"{{{Problem},errors:{{", JsonShape.Of(problem), StringComparison.Ordinal);
        Assert.Equal(("validation", "failed", 422), Members(problem));
        Assert.Equal(wrong.Split(','), problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(10_000)]
    public async Task An_overlong_parameter_is_422(int length)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync($"/api/prediction/?artist=Adele&song={new string('x', length)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("%FF%FE")]
    [InlineData("%")]
    [InlineData("%F0%9F")]
    public async Task Bytes_that_are_no_text_are_a_song_that_nobody_knows(string bytes)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync($"/api/prediction/?artist=Adele&song=a{bytes}b");

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity });
    }

    [Fact]
    public async Task Several_songs_that_fit_alike_are_404_with_the_choices()
    {
        await using var site = await TestSite.StartAsync([Some.Track("Hello", "Adele"), Some.Track("Hello (Live)", "Adele"), Some.Track("Hallo", "Adele")]);

        var response = await site.GetAsync("/api/prediction/?song=Hxllo&artist=Adele");

        var problem = await TestSite.JsonAsync(response);
        Assert.Equal(("search_track_url", "failed", 404), Members(problem));
        Assert.Contains("Hello", problem.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("song").GetString()));
    }

    [Fact]
    public async Task A_fault_of_the_server_is_500_without_a_word_of_what_broke()
    {
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<ITrackCatalog>(new BrokenCatalog()));

        var response = await site.GetAsync("/api/prediction/?song=Hello&artist=Adele");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await TestSite.JsonAsync(response);
        Assert.Equal($"{{{Problem}}}", JsonShape.Of(problem));
        Assert.Equal(("internal", "failure", 500), Members(problem));
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(response.Headers.GetValues("X-Request-Id")), problem.GetProperty("request_id").GetString());
    }

    [Theory]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("POST", "/api/prediction/", 405)]
    public async Task Addresses_that_are_none_answer_with_a_problem(string method, string path, int status)
    {
        await using var site = await TestSite.StartAsync();

        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(("request", "failed", status), Members(await TestSite.JsonAsync(response)));
    }

    static (string?, string?, int) Members(JsonElement problem) =>
        (problem.GetProperty("failure_type").GetString(), problem.GetProperty("status_text").GetString(), problem.GetProperty("status").GetInt32());
}
