namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>One call of the API, as far as limits, retries and logs need to know it.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Path with placeholders; safe to log.</param>
/// <param name="Resource">The channel, server or webhook that limits are counted for; empty for none. May hold a token: never logged.</param>
/// <param name="Path">The path itself, relative to the base address. May hold a token: never logged.</param>
sealed record ApiCall(HttpMethod Method, string Template, string Resource, string Path)
{
    /// <summary>Carries the call along with its HTTP request.</summary>
    public static readonly HttpRequestOptionsKey<ApiCall> Key = new("discord-call");

    /// <summary>Whether the token in the path is the right to call: no authorization is sent, and the global limit does not count.</summary>
    public bool IsInteraction { get; init; }

    /// <summary>Whether doing it twice does no harm.</summary>
    public bool IsIdempotent { get; init; } = Method != HttpMethod.Post;

    /// <summary>Method and template, for logs and traces.</summary>
    public string Name => $"{Method} {Template}";

    /// <summary>Names the call without secrets.</summary>
    public override string ToString() => Name;
}
