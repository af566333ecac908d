using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>Every call goes through here: failures, user agent, authorization, limits, body, rules, answer.</summary>
sealed partial class RestApi(DiscordEmulatorOptions options, (EmulatedLimits Limits, EmulatedFaults Faults) obstacles, Action<RecordedRequest> record, Action<string> confess)
{
    const string Root = "/api/v10";

    /// <summary>Adds one call.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="template">Path below the root.</param>
    /// <param name="resource">Name of the route value that limits are counted for; empty for none.</param>
    /// <param name="answer">Answers; <see langword="null"/> for 204.</param>
    public void Map(IEndpointRouteBuilder routes, string method, string template, string resource, Func<RouteValueDictionary, RequestBody, JsonNode?> answer) =>
        routes.MapMethods(Root + template, [method], http => ServeAsync(http, new Route($"{method} {template}", resource, NeedsToken: resource != "token"), answer));

    async Task ServeAsync(HttpContext http, Route route, Func<RouteValueDictionary, RequestBody, JsonNode?> answer)
    {
        RequestBody? body = null;
        try
        {
            if (Fail(http)) return;
            if (!UserAgent().IsMatch(http.Request.Headers.UserAgent.ToString())) throw new DiscordFaultException(403, 40333, "internal network error");
            if (route.NeedsToken && http.Request.Headers.Authorization.ToString() != $"Bot {options.Token}") throw new DiscordFaultException(401, 0, "401: Unauthorized");
            obstacles.Limits.Count(http, route.Template, route.Resource.Length == 0 ? "" : (string)http.Request.RouteValues[route.Resource]!);
            body = await RequestBody.ReadAsync(http.Request);
            var result = answer(http.Request.RouteValues, body);
            Record(http, body, result is null ? 204 : 200);
            await WriteAsync(http, result is null ? 204 : 200, result);
        }
        catch (DiscordFaultException fault)
        {
            Record(http, body, fault.Status);
            await RefuseAsync(http, fault);
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or FormatException or NullReferenceException)
        {
            confess(mistake.ToString());
            http.Response.StatusCode = 500;
        }
    }

    async Task RefuseAsync(HttpContext http, DiscordFaultException fault)
    {
        if (fault.Code == -1)
        {
            http.Response.StatusCode = fault.Status;
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync(fault.Message);
            return;
        }
        var json = fault.ToJson();
        if (fault.Status == 429) json["global"] = http.Response.Headers.ContainsKey("X-RateLimit-Global");
        if (fault.Status == 429 && options.IsValidating) JsonSchemas.Check("RESTRateLimit", json);
        await WriteAsync(http, fault.Status, json);
    }

    /// <summary>Whether this request was made to fail.</summary>
    bool Fail(HttpContext http)
    {
        switch (obstacles.Faults.Next())
        {
            case null:
                return false;
            case 429:
                throw new DiscordFaultException(429, 0, "You are being rate limited.") { RetryAfter = 0.05 };
            case 0:
                http.Abort();
                return true;
            case var status:
                Record(http, null, status.Value);
                http.Response.StatusCode = status.Value;
                return true;
        }
    }

    void Record(HttpContext http, RequestBody? body, int status)
    {
        if (!options.IsRecording) return;
        var authorization = http.Request.Headers.Authorization.ToString();
        record(new(http.Request.Method, http.Request.Path.Value![Root.Length..], authorization.Length == 0 ? null : authorization, body?.Json?.DeepClone(), status));
    }

    static async Task WriteAsync(HttpContext http, int status, JsonNode? json)
    {
        http.Response.StatusCode = status;
        if (json is null) return;
        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    [GeneratedRegex(@"^DiscordBot \(https?://[^,\s]+, [^)\s]+\)", RegexOptions.NonBacktracking)]
    private static partial Regex UserAgent();

    sealed record Route(string Template, string Resource, bool NeedsToken);
}
