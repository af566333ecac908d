using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using MusicFlow.Learning.Xgboost;
using MusicFlow.Web.Api;

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
    public static Task AnswerAsync(HttpContext http, Refusal refusal) => ApiResults.RefuseAsync(http, refusal);

    static Refusal Of(Exception? error) => error switch
    {
        BadHttpRequestException bad => new Refusal(bad.StatusCode, "request", "The request could not be understood."),
        ModelFormatException => new Refusal(StatusCodes.Status500InternalServerError, "prediction", "The model did not answer; the log has more under this request id."),
        _ => new Refusal(StatusCodes.Status500InternalServerError, "internal", "Something broke on this side; the log has more under this request id."),
    };
}
