using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Discord;
using MusicFlow.Telegram;
using MusicFlow.Telegram.Receiving;

namespace MusicFlow.Bot.Platforms;

/// <summary>The chat platforms: each is on where its token is set. A new platform is one line in each method.</summary>
internal static class PlatformModule
{
    /// <summary>Name of each platform, and the setting that turns it on.</summary>
    public static IReadOnlyList<(string Name, string Setting, Func<IConfiguration, bool> IsConfigured)> All { get; } =
    [
        ("Discord", "Discord:Token (README: Discord in five minutes)", DiscordModule.IsConfigured),
        ("Telegram", "Telegram:Token (README: Telegram in five minutes)", TelegramModule.IsConfigured),
    ];

    /// <summary>Adds the bots themselves, for the host.</summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services, IConfiguration settings)
    {
        if (DiscordModule.IsConfigured(settings)) services.AddDiscord();
        if (TelegramModule.IsConfigured(settings)) services.AddTelegram();
        return services;
    }

    /// <summary>Adds what the verbs <c>doctor</c> and <c>commands</c> need.</summary>
    public static IServiceCollection AddPlatformChecks(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IDoctorCheck, CatalogueCheck>().AddSingleton<IDoctorCheck, ModelCheck>().AddSingleton<IDoctorCheck, ProvidersCheck>();
        if (DiscordModule.IsConfigured(settings))
            services.AddDiscordClient().AddSingleton<DiscordPlatform>()
                .AddSingleton<IDoctorCheck>(provider => provider.GetRequiredService<DiscordPlatform>()).AddSingleton<IMenu>(provider => provider.GetRequiredService<DiscordPlatform>());
        if (TelegramModule.IsConfigured(settings))
            services.AddTelegramClient().AddSingleton<TelegramPlatform>()
                .AddSingleton<IDoctorCheck>(provider => provider.GetRequiredService<TelegramPlatform>()).AddSingleton<IMenu>(provider => provider.GetRequiredService<TelegramPlatform>());
        return services;
    }

    /// <summary>Adds the endpoints to which platforms deliver.</summary>
    public static void MapPlatforms(this IEndpointRouteBuilder endpoints, IConfiguration settings)
    {
        if (DiscordModule.IsConfigured(settings)) endpoints.MapDiscordInteractions();
        if (TelegramModule.IsConfigured(settings)) endpoints.MapTelegramWebhook();
    }
}
