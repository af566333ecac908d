using System.Net;

namespace MusicFlow.Telegram.Protocol;

/// <summary>Waits for a call's turn, sends it, and sends it again when Telegram asks for patience or has surely not done it.</summary>
/// <param name="pace">Whose turn it is.</param>
/// <param name="time">The clock.</param>
sealed class PaceHandler(Pace pace, TimeProvider time) : DelegatingHandler
{
    /// <summary>Most attempts, the first included.</summary>
    public const int MostAttempts = 5;

    /// <summary>A longer wait than this is the caller's to decide on.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits between attempts when Telegram says nothing: each twice the one before.</summary>
    public static IEnumerable<TimeSpan> Delays => Enumerable.Range(0, MostAttempts - 1).Select(DelayAfter);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = request.Options.TryGetValue(TelegramCall.Key, out var known) ? known : new TelegramCall("") { Repeat = Repeat.Never };
        if (call.Repeat == Repeat.Never) return await base.SendAsync(request, cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            if (call.Chat is { } chat) await pace.WaitAsync(chat, cancellationToken);
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (attempt == MostAttempts - 1 || !await IsToBeRepeatedAsync(response, call, attempt, cancellationToken)) return response;
                response.Dispose();
            }
            catch (Exception ex) when (attempt < MostAttempts - 1 && IsToBeRepeated(ex, call))
            {
                await Task.Delay(DelayAfter(attempt), time, cancellationToken);
            }
        }
    }

    static TimeSpan DelayAfter(int attempt) => FirstDelay * (1 << attempt);

    static bool IsToBeRepeated(Exception ex, TelegramCall call) => ex switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,
        HttpRequestException or TimeoutException => call.Repeat == Repeat.Always,
        _ => false,
    };

    async Task<bool> IsToBeRepeatedAsync(HttpResponseMessage response, TelegramCall call, int attempt, CancellationToken ct)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);
            if (wait > Patience) return false;
            if (call.Chat is { } chat) pace.Hold(chat, wait);
            else await Task.Delay(wait, time, ct);
            return true;
        }
        if ((int)response.StatusCode < 500) return false;
        // Telegram's own "internal error" is JSON; a page of a proxy in between says nothing about whether the message went out.
        if (call.Repeat == Repeat.WhenNotDone && response.Content.Headers.ContentType?.MediaType != "application/json") return false;
        await Task.Delay(DelayAfter(attempt), time, ct);
        return true;
    }
}
