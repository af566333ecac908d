using System.Diagnostics;
using System.Text.Json;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Bot.Tests.Verbs;

/// <summary>The built program asks emulated providers for songs that its catalogue does not hold.</summary>
public sealed class LiveSongsTests : IDisposable
{
    private const string Song = "Glass Harbour - The Paper Lanterns";

    private readonly string _data = Directory.CreateTempSubdirectory("musicflow-live").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Theory]
    [InlineData(SpotifyMode.Extended, 64f)]
    [InlineData(SpotifyMode.Development, null)]
    [InlineData(null, null)]
    public async Task Predict_answers_a_song_of_the_world_in_every_situation(SpotifyMode? spotify, float? popularity)
    {
        await using var world = await ProviderWorld.StartAsync(spotify ?? SpotifyMode.Development);

        var (exit, output, error) = await RunAsync(world.Settings(spotify is not null), "predict", Song, "--json");

        Assert.True(exit == 0, error);
        using var document = JsonDocument.Parse(output);
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("name").GetString()!, feature => feature.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetSingle() : (float?)null);
        Assert.Equal((0.64f, 0.785f, popularity), (features["danceability"], features["valence"], features["popularity"]));
        Assert.Equal("The Paper Lanterns", document.RootElement.GetProperty("artist").GetString());
    }

    [Fact]
    public async Task A_song_once_found_is_known_without_anybody_being_asked()
    {
        await using var world = await ProviderWorld.StartAsync();
        await RunAsync(world.Settings(), "predict", Song);
        world.Fail(new Fault.Hang());

        var (exit, output, error) = await RunAsync(world.Settings(), "predict", Song);

        Assert.True(exit == 0, error);
        Assert.Contains("via Spotify", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_features_show_where_the_providers_disagree()
    {
        await using var world = await ProviderWorld.StartAsync(shelf: new SongShelf([new(1, "Glass Harbour", "The Paper Lanterns") { Bpm = 58.4 }]));

        var (exit, output, error) = await RunAsync(world.Settings(), "features", Song, "--raw", "--json");

        Assert.True(exit == 0, error);
        using var document = JsonDocument.Parse(output);
        var conflict = Assert.Single(document.RootElement.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(("tempo", 58.4, "deezer"), (conflict.GetProperty("name").GetString(), conflict.GetProperty("value").GetDouble(), conflict.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_fact_that_no_model_may_see_is_shown_and_unknown_to_the_model()
    {
        await using var world = await ProviderWorld.StartAsync();
        var settings = world.Settings();
        settings["Providers:Spotify:UseForModel"] = "Never";
        settings["Providers:ReccoBeats:UseForModel"] = "Never";

        var (exit, output, error) = await RunAsync(settings, "predict", Song, "--json");

        Assert.True(exit == 0, error);
        using var document = JsonDocument.Parse(output);
        Assert.All(
            document.RootElement.GetProperty("features").EnumerateArray().Where(feature => feature.GetProperty("name").GetString() is "danceability" or "popularity" or "energy"),
            feature => Assert.Equal(JsonValueKind.Null, feature.GetProperty("value").ValueKind));
        Assert.Contains(document.RootElement.GetProperty("keyFeatures").EnumerateArray(), feature => feature.GetProperty("name").GetString() == "danceability");
    }

    [Fact]
    public async Task A_song_that_nobody_could_be_asked_for_says_who_gave_no_answer()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Fail(new Fault.Status(500));

        var (exit, _, error) = await RunAsync(world.Settings(), "predict", "Nobody Knows This One - Nobody At All");

        Assert.Equal(1, exit);
        Assert.Contains("deezer", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SpotifyMode.Extended, 0, "extended access, audio features included")]
    [InlineData(SpotifyMode.Development, 0, "development mode: no popularity")]
    [InlineData(null, 0, "There is no app")]
    public async Task Doctor_says_of_every_provider_how_it_is(SpotifyMode? spotify, int expected, string sentence)
    {
        await using var world = await ProviderWorld.StartAsync(spotify ?? SpotifyMode.Development);
        world.ITunes.Fault = new Fault.Status(500);

        var (exit, output, error) = await RunAsync(world.Settings(spotify is not null), "doctor");

        Assert.True(exit == expected, output + error);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.Contains("! Providers: itunes", output, StringComparison.Ordinal);
        Assert.Contains("✓ Providers: deezer", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_fails_where_the_app_is_refused()
    {
        await using var world = await ProviderWorld.StartAsync();
        var settings = world.Settings();
        settings["Spotify:ClientSecret"] = "wrong";

        var (exit, output, _) = await RunAsync(settings, "doctor");

        Assert.Equal(1, exit);
        Assert.Contains("✗ Providers: spotify: Spotify refused the app", output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", output, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "musicflow.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _data,
        };
        start.Environment["MusicFlow__DataDirectory"] = Path.Combine(_data, "data");
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
