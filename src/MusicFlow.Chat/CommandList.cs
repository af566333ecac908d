using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Chat.Commands.Help;
using MusicFlow.Chat.Commands.Pick;
using MusicFlow.Chat.Commands.Predict;

namespace MusicFlow.Chat;

/// <summary>The bot's table of contents: every command, in the order of its menus.</summary>
static class CommandList
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddCommand<PredictHandler>()
        .AddCommand<PickHandler>()
        .AddCommand<HelpHandler>();
}
