using System.Text.Json;

namespace MusicFlow.Web.Tests.Api;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_document_lists_each_endpoint_once_with_parameters_and_problems()
    {
        await using var site = await TestSite.StartAsync();

        var document = await site.JsonAsync("/openapi/v1.json");

        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["/api/info", "/api/health", "/api/raw_features", "/api/features", "/api/prediction"],
            document.GetProperty("paths").EnumerateObject().Select(path => path.Name));
        var prediction = document.GetProperty("paths").GetProperty("/api/prediction").GetProperty("get");
        Assert.Equal(["song", "artist"], prediction.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        Assert.Equal(["200", "404", "422", "429", "500", "503"], prediction.GetProperty("responses").EnumerateObject().Select(response => response.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_names_fields_as_the_answers_do_and_says_what_may_be_null()
    {
        await using var site = await TestSite.StartAsync();

        var schemas = (await site.JsonAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        var answered = await site.JsonAsync("/api/features/?song=The+Less+I+Know+The+Better&artist=Tame+Impala");
        Assert.Equal(Names(answered.GetProperty("track")), Names(schemas.GetProperty("TrackShape").GetProperty("properties")));
        Assert.Equal(Names(answered.GetProperty("audio_features")), Names(schemas.GetProperty("AudioFeaturesShape").GetProperty("properties")));
        Assert.Contains("null", schemas.GetProperty("TrackShape").GetProperty("properties").GetProperty("isrc").GetRawText(), StringComparison.Ordinal);
    }

    static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
