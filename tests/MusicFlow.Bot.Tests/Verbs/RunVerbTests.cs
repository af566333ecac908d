using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MusicFlow.Bot.Tests.Verbs;

/// <summary>The built program as a server: started, asked, stopped.</summary>
public sealed partial class RunVerbTests : IDisposable
{
    private const string FreePort = "http://127.0.0.1:0";
    private readonly string _data = Directory.CreateTempSubdirectory("musicflow-run").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task No_verb_starts_a_server_that_answers_says_what_is_on_and_stops_when_told()
    {
        using var server = Start(new() { ["ASPNETCORE_URLS"] = FreePort });
        var (screen, address) = await ScreenAsync(server);
        using var client = new HttpClient { BaseAddress = address };
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/a-secret-in-the-path") { Headers = { Host = "evil.example" } };

        var refused = await client.SendAsync(foreign, TestContext.Current.CancellationToken);
        await client.GetAsync(new Uri("/a-secret-in-the-path", UriKind.Relative), TestContext.Current.CancellationToken);
        var answer = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/prediction/?song=The+Less+I+Know+The+Better&artist=Tame+Impala", UriKind.Relative), TestContext.Current.CancellationToken);
        var ready = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Process.Start("kill", ["-TERM", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).Dispose();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(answer.GetProperty("prediction").GetDouble(), 0, 30);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("360 songs", screen, StringComparison.Ordinal);
        Assert.Contains("set OpenTelemetry:Endpoint", screen, StringComparison.Ordinal);
        Assert.Equal(0, server.ExitCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var logs = Directory.GetFiles(Path.Combine(_data, "data", "logs"));
        Assert.Contains(logs, log => Path.GetFileName(log).StartsWith("activity-", StringComparison.Ordinal));
        Assert.All(logs, log => Assert.DoesNotContain("secret", File.ReadAllText(log), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_taken_is_one_sentence_and_exit_code_1()
    {
        using var first = Start(new(), "run", "--urls", FreePort);
        var (_, address) = await ScreenAsync(first);

        using var second = Start(new(), "run", "--urls", address.ToString());
        var error = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        first.Kill();

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("is taken by another program", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "nonsense")]
    [InlineData("OpenTelemetry__Endpoint", "nonsense")]
    [InlineData("Web__RequestBurst", "0")]
    [InlineData("Web__TrustedProxies__0", "nonsense")]
    public async Task A_setting_that_cannot_be_is_one_sentence_and_exit_code_2(string name, string value)
    {
        using var server = Start(new() { ["Urls"] = FreePort, [name] = value });

        var error = await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, server.ExitCode);
        Assert.Single(error.Trim().Split('\n'), line => !line.StartsWith('{'));
    }

    private Process Start(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "musicflow.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
        };
        start.Environment["MusicFlow__DataDirectory"] = Path.Combine(_data, "data");
        start.Environment["Providers__Offline"] = "true";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<(string Screen, Uri Address)> ScreenAsync(Process server)
    {
        var screen = "";
        while (!screen.Contains("Ctrl+C", StringComparison.Ordinal))
            screen += await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
        return (screen, new Uri(Address().Match(screen).Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
