using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests;

public sealed class DiscordCheckTests
{
    [Fact]
    public async Task Good_settings_are_found_good()
    {
        await using var bot = await DiscordBot.StartAsync();

        var findings = await bot.Services.GetRequiredService<DiscordCheck>().RunAsync(TestContext.Current.CancellationToken);

        Assert.All(findings, finding => Assert.True(finding.IsGood, finding.Finding));
    }

    [Fact]
    public async Task An_endpoint_in_the_portal_that_silences_the_gateway_is_found()
    {
        await using var bot = await DiscordBot.StartAsync();
        bot.Discord.InteractionsEndpoint = new Uri("https://example.org/");

        var findings = await bot.Services.GetRequiredService<DiscordCheck>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains(findings, finding => !finding.IsGood && finding.Finding.Contains("Discord:Mode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Few_session_starts_are_found()
    {
        await using var bot = await DiscordBot.StartAsync(new DiscordEmulatorOptions { SessionStarts = 20 });

        var findings = await bot.Services.GetRequiredService<DiscordCheck>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Contains(findings, finding => !finding.IsGood);
    }
}
