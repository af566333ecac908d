namespace MusicFlow.Telegram.Protocol;

/// <summary>Puts the token into the address at the last moment and takes it out again, so that nothing above ever sees it: no log, trace, event or exception.</summary>
/// <param name="token">As @BotFather gave it.</param>
sealed class TokenHandler(string token) : DelegatingHandler
{
    const string File = "file/";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var plain = request.RequestUri!;
        request.RequestUri = WithToken(plain);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = plain;
        }
    }

    /// <summary><c>https://host/getMe</c> → <c>https://host/bot&lt;token&gt;/getMe</c>; <c>/file/x</c> → <c>/file/bot&lt;token&gt;/x</c>.</summary>
    Uri WithToken(Uri plain)
    {
        var path = plain.AbsolutePath.TrimStart('/');
        var secret = path.StartsWith(File, StringComparison.Ordinal) ? $"/{File}bot{token}/{path[File.Length..]}" : $"/bot{token}/{path}";
        return new Uri(plain.GetLeftPart(UriPartial.Authority) + secret);
    }
}
