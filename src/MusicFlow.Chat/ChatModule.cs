using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Lanes;
using MusicFlow.Chat.Limits;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Chats;
using MusicFlow.Pictures;

namespace MusicFlow.Chat;

/// <summary>Puts the conversation into the container.</summary>
public static class ChatModule
{
    /// <summary>Adds <see cref="CommandPipeline"/>, <see cref="CommandTable"/>, <see cref="ChatLanes"/> (a hosted service too) and every command.</summary>
    /// <param name="services">
    /// A container that has logging and a configuration, the <c>Predictor</c> and <c>TrackFinder</c> of Core, and somebody who implements
    /// its ports <c>ITrackCatalog</c>, <see cref="IQuestions"/>, <see cref="ITopSongs"/> and <see cref="IChatSettings"/>.
    /// </param>
    public static IServiceCollection AddChat(this IServiceCollection services)
    {
        services.AddOptions<ChatOptions>().BindConfiguration(ChatOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptions.Validator>();
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CommandTable>().AddSingleton<CommandMetrics>().AddSingleton<TokenBuckets>();
        services.AddSingleton<SongLookup>().AddSingleton<SongPicks>().AddSingleton<SongPredictor>();
        services.AddSingleton(_ => new PictureCache()).AddSingleton<SongPictures>();
        services.AddSingleton(provider => new SongCards(provider.GetRequiredService<SongPredictor>(), provider.GetRequiredService<SongPictures>()));
        services.AddSingleton(provider => new CommandPipeline(
            provider.GetRequiredService<CommandTable>(), provider.GetServices<BoundCommand>(), provider.GetRequiredService<TokenBuckets>(),
            provider.GetRequiredService<IChatSettings>(), (provider.GetRequiredService<CommandMetrics>(), provider.GetRequiredService<ILogger<CommandPipeline>>())));
        services.AddSingleton<ChatLanes>().AddHostedService(provider => provider.GetRequiredService<ChatLanes>());
        return services.AddCommands();
    }

    /// <summary>Adds one command: its spec to the table, its handler to the pipeline.</summary>
    /// <typeparam name="T">The handler; a singleton.</typeparam>
    public static IServiceCollection AddCommand<T>(this IServiceCollection services)
        where T : class, ICommandHandler => services
        .AddSingleton<T>()
        .AddSingleton(T.Spec)
        .AddSingleton(provider => new BoundCommand(T.Spec, provider.GetRequiredService<T>().HandleAsync));
}
