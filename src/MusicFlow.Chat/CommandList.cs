using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Chat.Commands.About;
using MusicFlow.Chat.Commands.Features;
using MusicFlow.Chat.Commands.Health;
using MusicFlow.Chat.Commands.Help;
using MusicFlow.Chat.Commands.Pick;
using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Commands.Privacy;
using MusicFlow.Chat.Commands.Settings;
using MusicFlow.Chat.Commands.Start;
using MusicFlow.Chat.Commands.Top;
using MusicFlow.Chat.Commands.Why;
using MusicFlow.Chat.Commands.Wrong;

namespace MusicFlow.Chat;

/// <summary>The bot's table of contents: every command, in the order of its menus.</summary>
static class CommandList
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddCommand<PredictHandler>()
        .AddCommand<WhyHandler>()
        .AddCommand<FeaturesHandler>()
        .AddCommand<TopHandler>()
        .AddCommand<HelpHandler>()
        .AddCommand<SettingsHandler>()
        .AddCommand<PrivacyHandler>()
        .AddCommand<AboutHandler>()
        .AddCommand<HealthHandler>()
        .AddCommand<StartHandler>()
        // Only buttons use these.
        .AddCommand<PickHandler>()
        .AddCommand<WrongHandler>();
}
