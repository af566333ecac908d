using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>How the endpoints stand in the OpenAPI document.</summary>
internal static class ApiDocument
{
    /// <summary>Name of the document: <c>/openapi/v1.json</c>.</summary>
    public const string Name = "v1";

    const string ProblemType = "application/problem+json";

    static readonly (string Name, string Meaning, string Example)[] Parameters =
    [
        (SongQuestion.SongName, "Title of the song, in any script.", "The Less I Know The Better"),
        (SongQuestion.ArtistName, "One of its artists, in any script.", "Tame Impala"),
    ];

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "MusicFlow API";
            document.Info.Description = "Tells how often a listener will stream a song. Errors are problem+json (RFC 9457); 503 means that a music service which may know the song did not answer.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));

    /// <summary>Names an endpoint and the problems that any of them can have.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithTags("MusicFlow").WithSummary(summary)
        .Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, ProblemType)
        .Produces<ApiProblem>(StatusCodes.Status500InternalServerError, ProblemType);

    /// <summary>Names the parameters of an endpoint that looks a song up, and its problems.</summary>
    public static RouteHandlerBuilder AsksForASong(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<ApiProblem>(StatusCodes.Status404NotFound, ProblemType)
        .Produces<ApiProblem>(StatusCodes.Status422UnprocessableEntity, ProblemType)
        .Produces<ApiProblem>(StatusCodes.Status503ServiceUnavailable, ProblemType)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. Parameters.Select(Parameter)];
            return Task.CompletedTask;
        });

    static OpenApiParameter Parameter((string Name, string Meaning, string Example) parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = true,
        Description = parameter.Meaning,
        Example = JsonValue.Create(parameter.Example),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = TrackQuery.LongestText },
    };
}
