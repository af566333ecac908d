using System.Net;

namespace MusicFlow.Catalogs.Http;

/// <summary>How a provider failed.</summary>
public enum ProviderFault
{
    /// <summary>A key is refused, or may not do this (401, 403).</summary>
    Refused,

    /// <summary>There is no such thing there (404, or an error of that meaning).</summary>
    NotFound,

    /// <summary>The request is wrong (400 and other 4xx).</summary>
    WrongRequest,

    /// <summary>Too many requests: it wants to be left alone for a while (429, or an error of that meaning).</summary>
    Busy,

    /// <summary>It cannot be reached or fails by itself (5xx, network), or has done so until just now.</summary>
    Away,

    /// <summary>It did not answer in time.</summary>
    Slow,

    /// <summary>It answered something that is no answer: HTML, half a document, too much, a redirect.</summary>
    Garbled,
}

/// <summary>A provider said no, is away, or answered with something unreadable. The message is one sentence without secrets and without what people asked for.</summary>
public sealed class ProviderException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="provider">Name of the provider.</param>
    /// <param name="fault">What happened.</param>
    /// <param name="message">One sentence.</param>
    /// <param name="cause">What the client met, or <see langword="null"/>.</param>
    public ProviderException(string provider, ProviderFault fault, string message, Exception? cause = null)
        : base(message, cause)
    {
        Provider = provider;
        Fault = fault;
    }

    /// <summary>Name of the provider.</summary>
    public string Provider { get; }

    /// <summary>What happened.</summary>
    public ProviderFault Fault { get; }

    /// <summary>The status of its answer, or <see langword="null"/> where there was none.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long it wants to be left alone, or <see langword="null"/> where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The provider's own code or reason, such as <c>QUOTA_EXCEEDED</c>; <see langword="null"/> where it gives none.</summary>
    public string? Reason { get; init; }
}
