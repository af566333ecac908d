namespace MusicFlow.Telegram.Protocol;

/// <summary>Bounds the time of one attempt, its answer included, and tells its own end from the caller's.</summary>
/// <param name="usual">Time for an ordinary call.</param>
/// <param name="time">The clock.</param>
sealed class TimeoutHandler(TimeSpan usual, TimeProvider time) : DelegatingHandler
{
    /// <summary>Largest answer that is read, in bytes; a full page of updates stays far below.</summary>
    const int LargestAnswer = 16 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(TelegramCall.Key, out var call) || call.IsStreamed) return await base.SendAsync(request, cancellationToken);
        using var end = new CancellationTokenSource(usual + call.ExtraTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            await response.Content.LoadIntoBufferAsync(LargestAnswer, either.Token);
            return response;
        }
        catch (OperationCanceledException ex) when (end.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Telegram did not answer {call.Method} in time.", ex);
        }
    }
}
