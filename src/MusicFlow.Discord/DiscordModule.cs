using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Lanes;
using MusicFlow.Core.Tracks;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Discord.Receiving;
using MusicFlow.Discord.Sending;

namespace MusicFlow.Discord;

/// <summary>Puts Discord into the container.</summary>
public static class DiscordModule
{
    const string HttpKey = "discord";

    /// <summary>Whether the settings ask for Discord: a token or a public key is set.</summary>
    public static bool IsConfigured(IConfiguration settings)
    {
        var section = settings.GetSection(DiscordOptions.Section);
        return !string.IsNullOrEmpty(section[nameof(DiscordOptions.Token)]) || !string.IsNullOrEmpty(section[nameof(DiscordOptions.PublicKey)]);
    }

    /// <summary>Adds the bot on Discord: a hosted service, and an <see cref="IReplySender"/>. Only where <see cref="IsConfigured"/>, and after <c>AddChat</c>.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services)
    {
        services.AddDiscordClient();
        services.AddSingleton<InteractionLedger>().AddSingleton<DiscordDelivery>().AddSingleton<DiscordGateway>();
        services.AddSingleton(provider => new SongProposals(provider.GetRequiredService<ITrackCatalog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IReplySender>(provider => new DiscordReplySender(provider.GetRequiredService<DiscordClient>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DiscordReception(
            provider.GetRequiredService<DiscordClient>(),
            (provider.GetRequiredService<CommandPipeline>(), provider.GetRequiredService<CommandTable>(), provider.GetRequiredService<ChatLanes>(), provider.GetRequiredService<SongProposals>()),
            provider.GetRequiredService<InteractionLedger>(), provider.GetRequiredService<DiscordDelivery>(),
            (provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordReception>>())));
        services.AddSingleton(provider => new DiscordEndpoint(
            provider.GetRequiredService<DiscordReception>(), provider.GetRequiredService<IOptions<DiscordOptions>>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordEndpoint>>()));
        return services.AddHostedService<DiscordAdapter>();
    }

    /// <summary>Adds <see cref="DiscordCommandMenu"/> and <see cref="DiscordCheck"/> alone, for who does not run the bot.</summary>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptions.Validator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton(HttpKey, (provider, _) => DiscordHttp.Create(provider.GetRequiredService<IOptions<DiscordOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new DiscordClient(provider.GetRequiredKeyedService<HttpClient>(HttpKey), provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token ?? ""));
        services.AddSingleton(provider => new DiscordCheck(provider.GetRequiredService<DiscordClient>(), provider.GetRequiredService<IOptions<DiscordOptions>>()));
        return services.AddSingleton(provider => new DiscordCommandMenu(
            provider.GetRequiredService<DiscordClient>(), provider.GetRequiredService<CommandTable>(),
            provider.GetRequiredService<IOptions<DiscordOptions>>(), provider.GetRequiredService<ILogger<DiscordCommandMenu>>()));
    }
}
