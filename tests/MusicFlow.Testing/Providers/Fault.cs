namespace MusicFlow.Testing.Providers;

/// <summary>What an emulated provider does instead of answering.</summary>
public abstract record Fault
{
    /// <summary>A refusal with a status, the headers of that status, and the body that the provider sends with it.</summary>
    public sealed record Status(int Code, TimeSpan? RetryAfter = null, string Reason = "") : Fault;

    /// <summary>Never answers.</summary>
    public sealed record Hang : Fault;

    /// <summary>Sends headers and half a body, then nothing more.</summary>
    public sealed record Stall : Fault;

    /// <summary>Sends half a body and cuts the line.</summary>
    public sealed record HalfABody : Fault;

    /// <summary>A web page with status 200.</summary>
    public sealed record Html : Fault;

    /// <summary>Bytes that are no text.</summary>
    public sealed record Garbage : Fault;

    /// <summary>JSON of another shape.</summary>
    public sealed record OtherShape : Fault;

    /// <summary>Sends to another address.</summary>
    public sealed record Redirect(string To) : Fault;

    /// <summary>A body that does not end.</summary>
    public sealed record Endless : Fault;

    /// <summary>A proper answer without anything in it.</summary>
    public sealed record Nothing : Fault;

    /// <summary>A proper answer with null where things should be.</summary>
    public sealed record Nulls : Fault;

    /// <summary>A proper answer about another song.</summary>
    public sealed record OtherSong(EmulatedSong Song) : Fault;
}
