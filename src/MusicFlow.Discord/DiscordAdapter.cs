using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Discord.Protocol.Gateway;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Discord.Receiving;

namespace MusicFlow.Discord;

/// <summary>The bot on Discord: registers its commands and, with the gateway, hands interactions to <see cref="DiscordReception"/>. A refusal by Discord stops this alone, not the program.</summary>
sealed class DiscordAdapter(DiscordGateway gateway, DiscordReception reception, DiscordCommandMenu menu, IOptions<DiscordOptions> options, ILogger<DiscordAdapter> log) : BackgroundService
{
    /// <summary>Interactions that wait for "working on it".</summary>
    const int MostWaiting = 2_048;

    /// <summary>First answers on their way at the same time.</summary>
    const int MostAtOnce = 64;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RegisterAsync(stoppingToken), ListenAsync(stoppingToken));

    async Task RegisterAsync(CancellationToken ct)
    {
        if (!options.Value.RegistersCommands || string.IsNullOrEmpty(options.Value.Token)) return;
        try
        {
            await menu.RegisterAsync(guild: null, ct);
        }
        catch (Exception ex) when (ex is DiscordApiException or HttpRequestException or TimeoutException or InvalidRequestLimitException)
        {
            log.RegistrationFailed(ex);
        }
    }

    async Task ListenAsync(CancellationToken ct)
    {
        if (options.Value.Mode != DiscordMode.Gateway) return;
        var interactions = Channel.CreateBounded<Interaction>(MostWaiting);
        var taking = Parallel.ForEachAsync(interactions.Reader.ReadAllAsync(ct), new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = ct },
            async (interaction, stop) => await reception.ReceiveAsync(interaction, stop));
        try
        {
            await gateway.RunAsync(interactions.Writer, ct);
        }
        catch (Exception ex) when (ex is GatewayRefusedException or DiscordApiException)
        {
            log.Refused(ex.Message);
        }
        finally
        {
            interactions.Writer.TryComplete();
        }
        await taking;
    }
}
