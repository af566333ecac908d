using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MusicFlow.Web.Api;

/// <summary>Writes answers and problems.</summary>
internal static class ApiResults
{
    const string Json = "application/json; charset=utf-8";
    const string ProblemJson = "application/problem+json; charset=utf-8";

    /// <summary>200 with an answer.</summary>
    public static Task WriteAsync<T>(HttpContext http, T answer, JsonTypeInfo<T> shape) => SendAsync(http, answer, shape, Json);

    /// <summary>Any other status with its problem.</summary>
    public static Task RefuseAsync(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Status;
        var problem = new ApiProblem
        {
            Title = ReasonPhrases.GetReasonPhrase(refusal.Status),
            Status = refusal.Status,
            Detail = refusal.Detail,
            FailureType = refusal.FailureType,
            StatusText = refusal.Status >= 500 ? "failure" : "failed",
            RequestId = http.TraceIdentifier,
            Errors = refusal.Errors,
            Choices = refusal.Choices,
        };
        return SendAsync(http, problem, ApiJson.Readable.ApiProblem, ProblemJson);
    }

    static Task SendAsync<T>(HttpContext http, T value, JsonTypeInfo<T> shape, string type)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, shape);
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes).AsTask();
    }
}
