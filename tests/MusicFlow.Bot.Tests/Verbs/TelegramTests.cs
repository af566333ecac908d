using System.Diagnostics;
using System.Globalization;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Bot.Tests.Verbs;

/// <summary>The built program with Telegram on: its verbs, and the bot itself.</summary>
public sealed class TelegramTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("musicflow-telegram").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Doctor_says_how_to_turn_a_platform_on()
    {
        var (exit, output, _) = await RunningProgram.RunAsync(_data, new Dictionary<string, string>(), "", "doctor");

        Assert.Equal(0, exit);
        Assert.Contains("360 songs", output, StringComparison.Ordinal);
        Assert.Contains("Telegram is off; set Telegram:Token", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_asks_telegram()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        var good = await RunningProgram.RunAsync(_data, Settings(telegram, telegram.Token), "", "doctor");
        var bad = await RunningProgram.RunAsync(_data, Settings(telegram, "1:wrong"), "", "doctor");

        Assert.Equal((0, 1), (good.Exit, bad.Exit));
        Assert.Contains("Telegram knows the token: @MusicFlowBot.", good.Output, StringComparison.Ordinal);
        Assert.Contains("Telegram refuses the token: @BotFather shows the right one", bad.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_register_sets_the_menus()
    {
        await using var telegram = await TelegramEmulator.StartAsync();

        var off = await RunningProgram.RunAsync(_data, new Dictionary<string, string>(), "", "commands", "register");
        var first = await RunningProgram.RunAsync(_data, Settings(telegram, telegram.Token), "", "commands", "register");
        var bad = await RunningProgram.RunAsync(_data, Settings(telegram, "1:wrong"), "", "commands", "register");

        Assert.Equal((2, 0, 1), (off.Exit, first.Exit, bad.Exit));
        Assert.Contains("6 of 6 menus were set", first.Output, StringComparison.Ordinal);
        Assert.Contains("refuses the token", bad.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_answers_and_a_stop_confirms_what_it_answered()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.People.Say("/predict The Less I Know The Better - Tame Impala");
        using var server = Start(telegram);

        var card = await telegram.CallAsync("sendPhoto");
        Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).Dispose();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((200, 0, 0), (card.Status, server.ExitCode, telegram.PendingUpdates));
        Assert.StartsWith("<b>The Less I Know The Better", card.Text("caption"), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(_data, "*.json", SearchOption.AllDirectories), file => Assert.DoesNotContain(telegram.Token.Split(':')[1], File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Settings(TelegramEmulator telegram, string token) => new(StringComparer.Ordinal) { ["Telegram__Token"] = token, ["Telegram__BaseAddress"] = telegram.BaseAddress.ToString() };

    private Process Start(TelegramEmulator telegram)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "musicflow.dll"), "run", "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _data };
        start.Environment["MusicFlow__DataDirectory"] = Path.Combine(_data, "data");
        foreach (var (name, value) in Settings(telegram, telegram.Token)) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
