namespace MusicFlow.Chat.Limits;

/// <summary>A bucket that holds a burst of tokens and is refilled evenly. Not thread-safe.</summary>
/// <param name="burst">Tokens of a full bucket.</param>
/// <param name="window">In which an empty one is full again.</param>
sealed class TokenBucket(int burst, TimeSpan window)
{
    double tokens = burst;
    TimeSpan filled;

    /// <summary>Whether the caller heard that the bucket is empty since it last gave a token.</summary>
    public bool IsTold { get; set; }

    /// <summary>How long until there is a token; zero when there is one.</summary>
    /// <param name="now">Time since a fixed moment; never goes backwards.</param>
    public TimeSpan Wait(TimeSpan now)
    {
        tokens = Math.Min(burst, tokens + ((now - filled) / window * burst));
        filled = now;
        return tokens >= 1 ? TimeSpan.Zero : (1 - tokens) / burst * window;
    }

    /// <summary>Takes one token; call it only when <see cref="Wait"/> said zero.</summary>
    public void Take()
    {
        tokens--;
        IsTold = false;
    }
}
