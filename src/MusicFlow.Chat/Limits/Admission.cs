namespace MusicFlow.Chat.Limits;

/// <summary>Whether a command may run now. Read it with <c>switch</c>.</summary>
abstract record Admission
{
    Admission()
    {
    }

    /// <summary>It may.</summary>
    public sealed record Granted : Admission;

    /// <summary>It may not, and the caller should be told.</summary>
    /// <param name="Wait">When it would be worth trying again, &gt; 0.</param>
    public sealed record Refused(TimeSpan Wait) : Admission;

    /// <summary>It may not, and the caller has been told already.</summary>
    public sealed record Silent : Admission;
}
