using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MusicFlow.EndToEnd;

/// <summary>The built program, started as a person starts it, on a free port and with a data folder of its own.</summary>
public sealed partial class Server : IAsyncLifetime
{
    readonly string data = Directory.CreateTempSubdirectory("musicflow-e2e").FullName;
    Process? process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "musicflow.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = data,
        };
        start.Environment["MusicFlow__DataDirectory"] = data;
        start.Environment["Providers__Offline"] = "true";
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Web__RequestsPerMinute"] = "0";
        process = Process.Start(start)!;
        var screen = "";
        while (!screen.Contains("Ctrl+C", StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync() is { } line) screen += line;
        Address = new Uri(Addresses().Match(screen).Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
        Directory.Delete(data, recursive: true);
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
