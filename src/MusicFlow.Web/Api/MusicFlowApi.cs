using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>MusicFlow's own endpoints: what is known of a song, and how often it will be streamed.</summary>
/// <remarks>Each stands at <c>/api/name</c> and, as in MusicFlow's first version, at <c>/name</c>; a trailing slash is welcome.</remarks>
internal static class MusicFlowApi
{
    const string Example = "/api/prediction/?song=The%20Less%20I%20Know%20The%20Better&artist=Tame%20Impala";

    /// <summary>Adds the endpoints.</summary>
    public static void MapMusicFlowApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/info", (Delegate)InfoAsync).Describe("A welcome, with the address of an example.").Produces<InfoAnswer>();
        Map("health", HealthAsync, "What answers here: versions of program and model.").Produces<HealthAnswer>();
        Map("raw_features", RawFeaturesAsync, "What is known of a song, in the shape of Spotify's objects.").AsksForASong().Produces<RawFeaturesAnswer>();
        Map("features", FeaturesAsync, "What is known of a song.").AsksForASong().Produces<FeaturesAnswer>();
        Map("prediction", PredictionAsync, "How often a typical listener will stream a song within a year.").AsksForASong().Produces<PredictionAnswer>();

        RouteHandlerBuilder Map(string name, Delegate answer, string summary)
        {
            routes.MapGet($"/{name}", answer).ExcludeFromDescription();
            return routes.MapGet($"/api/{name}/", answer).Describe(summary);
        }
    }

    static Task InfoAsync(HttpContext http) => ApiResults.WriteAsync(
        http, new InfoAnswer($"Welcome to MusicFlow! Ask how often a song will be streamed, for example {OwnAddress(http)}{Example}"), ApiJson.Readable.InfoAnswer);

    static Task HealthAsync(HttpContext http, Predictor predictor, IOptions<WebOptions> options) => ApiResults.WriteAsync(
        http,
        new HealthAnswer
        {
            Name = "MusicFlow API",
            Description = "Tells how often a listener will stream a song.",
            ApiVersion = typeof(MusicFlowApi).Assembly.GetName().Version!.ToString(3),
            ModelVersion = predictor.Model.Id,
            ProjectUrl = options.Value.ProjectUrl?.ToString() ?? $"{OwnAddress(http)}/about/",
        },
        ApiJson.Readable.HealthAnswer);

    static Task RawFeaturesAsync(HttpContext http, TrackFinder finder) =>
        AnswerAsync(http, finder, (question, track) => ApiResults.WriteAsync(http, RawFeaturesAnswer.Of(question, track), ApiJson.Readable.RawFeaturesAnswer));

    static Task FeaturesAsync(HttpContext http, TrackFinder finder) =>
        AnswerAsync(http, finder, (question, track) => ApiResults.WriteAsync(http, FeaturesAnswer.Of(question, track), ApiJson.Readable.FeaturesAnswer));

    static Task PredictionAsync(HttpContext http, TrackFinder finder, TrackPredictor predictor) =>
        AnswerAsync(http, finder, (question, track) => ApiResults.WriteAsync(http, PredictionAnswer.Of(question, predictor.Predict(track)), ApiJson.Readable.PredictionAnswer));

    static async Task AnswerAsync(HttpContext http, TrackFinder finder, Func<SongQuestion, TrackFacts, Task> answer)
    {
        if (!SongQuestion.TryRead(http.Request.Query, out var question, out var errors))
        {
            await ApiResults.RefuseAsync(http, Refusal.Of(errors));
            return;
        }
        await (await finder.FindAsync(question.Query, http.RequestAborted) switch
        {
            TrackMatch.Found(var track) => answer(question, track),
            TrackMatch.Several several => ApiResults.RefuseAsync(http, Refusal.Of(several)),
            TrackMatch.None none => ApiResults.RefuseAsync(http, Refusal.Of(none)),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }

    static string OwnAddress(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
