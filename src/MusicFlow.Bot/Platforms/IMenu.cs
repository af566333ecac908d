namespace MusicFlow.Bot.Platforms;

/// <summary>The command menu of one platform, for <c>commands register</c>.</summary>
internal interface IMenu
{
    /// <summary>Name of the platform.</summary>
    string Platform { get; }

    /// <summary>Tells the platform which commands there are, where it has others.</summary>
    /// <param name="guild">Id of the one Discord server to tell; <see langword="null"/> for everywhere.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was done, in one sentence.</returns>
    /// <exception cref="MenuException">The platform refused.</exception>
    Task<string> RegisterAsync(string? guild, CancellationToken ct);
}

/// <summary>A platform did not take its menu; the message says why and what to do.</summary>
internal sealed class MenuException(string message, Exception? innerException = null) : Exception(message, innerException);
