namespace MusicFlow.Web.Api;

/// <summary>Answer of <c>/api/info</c>.</summary>
/// <param name="Message">A welcome with the address of an example.</param>
internal sealed record InfoAnswer(string Message);

/// <summary>Answer of <c>/api/health</c>.</summary>
internal sealed record HealthAnswer
{
    /// <summary>Name of the interface.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Version of the program.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Id of the model that answers.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>Where to read on.</summary>
    public required string ProjectUrl { get; init; }
}
