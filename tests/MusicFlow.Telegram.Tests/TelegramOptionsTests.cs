using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MusicFlow.Telegram.Tests;

/// <summary>Which settings are taken.</summary>
public sealed class TelegramOptionsTests
{
    [Theory]
    [InlineData("Token", "")]
    [InlineData("Token", "123")]
    [InlineData("Token", "123:abc/../def")]
    [InlineData("PollTimeout", "00:01:00")]
    [InlineData("MaxConnections", "101")]
    [InlineData("WebhookSecret", "with blank")]
    [InlineData("WebhookUrl", "https://example.org/other")]
    [InlineData("BaseAddress", "ftp://example.org/")]
    public void Wrong_settings_are_refused(string name, string value)
    {
        var options = Bind((name, value));

        var refused = Assert.Throws<OptionsValidationException>(() => options.Value);

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Good_ones_are_taken()
    {
        var options = Bind(("WebhookUrl", "https://example.org/bot/telegram/updates"), ("PollTimeout", "00:00:50")).Value;

        Assert.Equal((TimeSpan.FromSeconds(50), "api.telegram.org", true), (options.PollTimeout, options.BaseAddress.Host, options.IsPaced));
    }

    static IOptions<TelegramOptions> Bind(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Telegram:Token", "1:a")])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Telegram:{setting.Name}", (string?)setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddTelegramClient().BuildServiceProvider().GetRequiredService<IOptions<TelegramOptions>>();
    }
}
