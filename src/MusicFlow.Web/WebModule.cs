using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MusicFlow.Web.Api;
using MusicFlow.Web.Pages;
using MusicFlow.Web.Traffic;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web;

/// <summary>Puts the HTTP API and the pages into a host.</summary>
public static class WebModule
{
    /// <summary>Longest first line of a request: room for parameters that are refused with a sentence instead of being cut off.</summary>
    const int LongestRequestLine = 64 << 10;

    /// <summary>Largest body: a form with one line of text.</summary>
    const int LargestBody = 64 << 10;

    /// <summary>Category of the activity log: one line per request, to be kept for a limited time.</summary>
    public static string ActivityCategory { get; } = typeof(ActivityLog).FullName!;

    /// <summary>Adds what the endpoints need.</summary>
    /// <param name="services">A container that has the <c>TrackFinder</c>, <c>ITrackCatalog</c> and <c>Predictor</c> of Core, and the chat.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptions.Validator>();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, Proxies>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        services.AddRateLimiter();
        services.AddSingleton<ClientAlias>().AddSingleton<TrackPredictor>();
        services.AddSingleton<Conversations>().AddSingleton<PictureShelf>().AddSingleton<WebAdapter>();
        services.AddSingleton<PageWords>().AddSingleton<SongForm>().AddSingleton<SongPage>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "musicflow_form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = ApiJson.Readable.Options.PropertyNamingPolicy;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        });
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = LongestRequestLine;
            kestrel.Limits.MaxRequestBufferSize = 2 * LongestRequestLine;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        services.AddApiDocument().AddReadiness();
        return services;
    }

    /// <summary>Adds the endpoints and what every request passes on its way to them.</summary>
    public static WebApplication UseWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (app.Services.GetRequiredService<IOptions<WebOptions>>().Value.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseRouting();
        app.UseMiddleware<RequestIds>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ActivityLog>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failures.AnswerExceptionAsync });
        app.UseStatusCodePages(context => Failures.AnswerStatusAsync(context.HttpContext));
        app.UseRateLimiter();
        app.MapOpenApi();
        app.MapMusicFlowApi();
        app.MapHealthApi();
        app.MapSitePages();
        return app;
    }

    /// <summary>Believes the addresses that the named proxies forward, and nobody else's.</summary>
    sealed class Proxies(IOptions<WebOptions> web) : IConfigureOptions<ForwardedHeadersOptions>
    {
        public void Configure(ForwardedHeadersOptions options)
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var text in web.Value.TrustedProxies)
                options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                    ? network
                    : throw new OptionsValidationException(WebOptions.Section, typeof(WebOptions), [$"TrustedProxies holds \"{text}\", which is no network; one looks like 10.0.0.0/8."]));
        }
    }
}
