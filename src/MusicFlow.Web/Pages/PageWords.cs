using Microsoft.AspNetCore.Http;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Pages;

/// <summary>The language of a page: what the visitor chose in their chat, else the first that their browser asks for and we speak.</summary>
internal sealed class PageWords(IChatSettings chats)
{
    /// <summary>The language for a request.</summary>
    public async Task<Language> OfAsync(HttpContext http) =>
        WebSession.Find(http) is { } session && (await chats.GetAsync(WebSession.ChatOf(session), http.RequestAborted)).Language is { } chosen
            ? Language.Of(chosen)
            : OfBrowser(http);

    /// <summary>The language that the browser asks for, English where we speak none of its languages.</summary>
    public static Language OfBrowser(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => wish.Value.Value)
        .Select(tag => Language.All.FirstOrDefault(language => Language.Of(tag) == language && tag?.StartsWith(language.Code, StringComparison.OrdinalIgnoreCase) == true))
        .FirstOrDefault(language => language is not null) ?? Language.English;
}
