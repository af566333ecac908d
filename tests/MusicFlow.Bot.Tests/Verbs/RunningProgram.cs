using System.Diagnostics;

namespace MusicFlow.Bot.Tests.Verbs;

/// <summary>Runs the built program as a person does.</summary>
internal static class RunningProgram
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Working folder; the program's memory lies below it.</param>
    /// <param name="settings">Environment variables.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="arguments">Command line.</param>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string folder, IReadOnlyDictionary<string, string> settings, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "musicflow.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["MusicFlow__DataDirectory"] = Path.Combine(folder, "data");
        start.Environment["Providers__Offline"] = "true";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
