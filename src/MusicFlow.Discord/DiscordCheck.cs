using Microsoft.Extensions.Options;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Discord;

/// <summary>Finds out whether Discord takes the settings, without starting the bot. Thread-safe.</summary>
public sealed class DiscordCheck
{
    /// <summary>Session starts below which something is wrong: a bot in a loop uses them up, and the token is reset.</summary>
    const int FewStarts = 50;

    readonly DiscordClient client;
    readonly IOptions<DiscordOptions> options;

    internal DiscordCheck(DiscordClient client, IOptions<DiscordOptions> options) => (this.client, this.options) = (client, options);

    /// <summary>Asks Discord.</summary>
    /// <returns>Each finding: whether it is good, and what was found or what to do.</returns>
    public async Task<IReadOnlyList<(bool IsGood, string Finding)>> RunAsync(CancellationToken ct)
    {
        try
        {
            return [.. await AskAsync(ct)];
        }
        catch (OptionsValidationException ex)
        {
            return [.. ex.Failures.Select(failure => (false, failure))];
        }
        catch (DiscordApiException ex) when (ex.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            return [(false, "Discord refuses the token: make a new one in the developer portal (Bot, Reset Token) and set Discord__Token.")];
        }
        catch (Exception ex) when (ex is DiscordApiException or HttpRequestException or TimeoutException)
        {
            return [(false, $"Discord cannot be asked: {ex.Message}")];
        }
    }

    async Task<List<(bool, string)>> AskAsync(CancellationToken ct)
    {
        var settings = options.Value;
        if (string.IsNullOrEmpty(settings.Token)) return [(true, "Interactions come over HTTP; without Discord:Token commands cannot be registered.")];
        var application = await client.GetApplicationAsync(ct);
        List<(bool, string)> findings = [(true, $"Discord knows the token: application {application.Name} ({application.Id}).")];
        if (settings.PublicKey is { Length: > 0 } key && application.VerifyKey is { } real && !key.Equals(real, StringComparison.OrdinalIgnoreCase))
            findings.Add((false, "Discord:PublicKey is not the key of this application (portal: General Information)."));
        if (settings.Mode == DiscordMode.Gateway && application.InteractionsEndpointUrl is not null)
            findings.Add((false, "The portal names an interactions endpoint: nothing comes over the gateway. Empty that field, or set Discord:Mode to Http."));
        if (settings.Mode == DiscordMode.Http && application.InteractionsEndpointUrl is null)
            findings.Add((false, $"The portal names no interactions endpoint: set it to https://YOUR-HOST{DiscordEndpoint.Path}."));
        var starts = (await client.GetGatewayBotAsync(ct)).SessionStartLimit;
        findings.Add((starts.Remaining >= FewStarts, $"{starts.Remaining} of {starts.Total} session starts are left."));
        return findings;
    }
}
