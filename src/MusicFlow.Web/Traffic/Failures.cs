using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using MusicFlow.Learning.Xgboost;
using MusicFlow.Web.Api;
using MusicFlow.Web.Pages;

namespace MusicFlow.Web.Traffic;

/// <summary>What a caller gets when no endpoint answered: a page for people, problem+json for programs. Never a stack trace.</summary>
internal static class Failures
{
    /// <summary>An endpoint threw; the framework has logged it under the request's id.</summary>
    public static Task AnswerExceptionAsync(HttpContext http) =>
        AnswerAsync(http, Of(http.Features.Get<IExceptionHandlerFeature>()?.Error));

    /// <summary>No endpoint, or one that only set a status.</summary>
    public static Task AnswerStatusAsync(HttpContext http) => AnswerAsync(http, new Refusal(
        http.Response.StatusCode, "request", http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => "There is nothing at this address; /api lists what there is.",
            StatusCodes.Status405MethodNotAllowed => "This address takes another method; /api lists what there is.",
            StatusCodes.Status413PayloadTooLarge => "That is more than this address takes.",
            _ => "The request could not be understood.",
        }));

    /// <summary>Answers a refusal in the form that the caller reads.</summary>
    public static Task AnswerAsync(HttpContext http, Refusal refusal) => WantsPage(http.Request)
        ? Page.RefuseAsync(http, PageWords.OfBrowser(http), refusal.Status, refusal.Status switch
        {
            StatusCodes.Status404NotFound => WebTexts.NotFound,
            StatusCodes.Status429TooManyRequests => WebTexts.TooMany,
            >= StatusCodes.Status500InternalServerError => WebTexts.Broken,
            _ => WebTexts.Refused,
        })
        : ApiResults.RefuseAsync(http, refusal);

    static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && (request.Headers.ContainsKey(Page.ScriptHeader) || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    static Refusal Of(Exception? error) => error switch
    {
        BadHttpRequestException bad => new Refusal(bad.StatusCode, "request", "The request could not be understood."),
        ModelFormatException => new Refusal(StatusCodes.Status500InternalServerError, "prediction", "The model did not answer; the log has more under this request id."),
        _ => new Refusal(StatusCodes.Status500InternalServerError, "internal", "Something broke on this side; the log has more under this request id."),
    };
}
