using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using MusicFlow.Core.Chats;

namespace MusicFlow.Web.TryIt;

/// <summary>The visitor's chat: a random number in a cookie, given with the first question and not before.</summary>
internal static class WebSession
{
    /// <summary>Name of the platform in addresses.</summary>
    public const string Platform = "web";

    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "musicflow_chat";

    const int Digits = 32;

    static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>The visitor's session; <see langword="null"/> before the first question.</summary>
    public static string? Find(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: Digits } id && id.All(char.IsAsciiHexDigitLower) ? id : null;

    /// <summary>The visitor's session, begun if there is none.</summary>
    public static string FindOrBegin(HttpContext http)
    {
        if (Find(http) is { } known) return known;
        var id = RandomNumberGenerator.GetHexString(Digits, lowercase: true);
        http.Response.Cookies.Append(Cookie, id, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            MaxAge = Life,
            Path = "/",
        });
        return id;
    }

    /// <summary>The chat of a session.</summary>
    public static ChatAddress ChatOf(string session) => new(Platform, session);
}
