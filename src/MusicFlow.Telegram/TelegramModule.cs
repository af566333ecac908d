using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Chat;
using MusicFlow.Telegram.Answering;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram;

/// <summary>Puts Telegram into the container.</summary>
public static class TelegramModule
{
    const string HttpKey = "telegram";

    /// <summary>Whether the settings ask for Telegram: a token is set.</summary>
    public static bool IsConfigured(IConfiguration settings) => !string.IsNullOrEmpty(settings.GetSection(TelegramOptions.Section)[nameof(TelegramOptions.Token)]);

    /// <summary>Adds the bot on Telegram: a hosted service, and an <see cref="IReplySender"/>. Only where <see cref="IsConfigured"/>, and after <c>AddChat</c>.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.AddTelegramClient();
        services.AddSingleton<UpdateLedger>().AddSingleton<BotIdentity>().AddSingleton<MovedChats>().AddSingleton<PhotoShelf>();
        services.AddSingleton<TelegramDelivery>().AddSingleton<TelegramSender>().AddSingleton<IReplySender>(provider => provider.GetRequiredService<TelegramSender>());
        services.AddSingleton<PrivateAnswers>().AddSingleton<ChatRoles>().AddSingleton<InlineAnswers>().AddSingleton<TelegramPoller>().AddSingleton<TelegramWebhook>();
        services.AddSingleton(provider => new TelegramAnswers(
            provider.GetRequiredService<CommandPipeline>(), provider.GetRequiredService<TelegramSender>(), provider.GetRequiredService<TelegramClient>(), provider.GetRequiredService<PrivateAnswers>(),
            (provider.GetRequiredService<ChatRoles>(), provider.GetRequiredService<InlineAnswers>(), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton(provider => new TelegramConnection(
            provider.GetRequiredService<TelegramClient>(), provider.GetRequiredService<TelegramPoller>(), provider.GetRequiredService<BotIdentity>(), provider.GetRequiredService<MovedChats>(),
            (provider.GetRequiredService<IOptions<TelegramOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TelegramConnection>>())));
        return services.AddSingleton<TelegramAdapter>().AddHostedService(provider => provider.GetRequiredService<TelegramAdapter>());
    }

    /// <summary>Adds <see cref="TelegramClient"/>, <see cref="TelegramCommandMenu"/> and <see cref="TelegramCheck"/> alone, for who does not run the bot.</summary>
    public static IServiceCollection AddTelegramClient(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptions.Validator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TelegramCommandMenu>().AddSingleton<TelegramCheck>();
        services.AddKeyedSingleton(HttpKey, (provider, _) => TelegramHttp.Create(provider.GetRequiredService<IOptions<TelegramOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new TelegramClient(provider.GetRequiredKeyedService<HttpClient>(HttpKey)));
    }
}
