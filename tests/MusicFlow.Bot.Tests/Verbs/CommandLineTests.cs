using System.Diagnostics;
using System.Text.Json;
using MusicFlow.Testing;

namespace MusicFlow.Bot.Tests.Verbs;

/// <summary>The built program as a person runs it: arguments in, two streams and an exit code out.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Song = "The Less I Know The Better - Tame Impala";
    private readonly string _data = Directory.CreateTempSubdirectory("musicflow-cli").FullName;

    private readonly Dictionary<string, string> _settings = new() { ["Providers__Offline"] = "true" };

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Predict_answers_a_known_song_with_a_card()
    {
        var (exit, output, _) = await RunAsync("predict", Song, "--why");

        Assert.Equal(0, exit);
        Assert.Contains("By a typical listener", output, StringComparison.Ordinal);
        Assert.Contains("80 % range", output, StringComparison.Ordinal);
        Assert.Contains("The model leans on", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Predict_json_has_the_promised_shape_and_can_be_recomputed()
    {
        var (exit, output, _) = await RunAsync("predict", Song, "--json");

        Assert.Equal(0, exit);
        using var document = JsonDocument.Parse(output);
        var root = document.RootElement;
        Assert.Equal(
            ["song", "artist", "album", "prediction", "range", "probabilityOfAStream", "verdict", "whose", "span", "keyFeatures", "reasons", "model", "margin", "features"],
            root.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("The Less I Know The Better", "Tame Impala", "P365D"), (root.GetProperty("song").GetString(), root.GetProperty("artist").GetString(), root.GetProperty("span").GetString()));
        Assert.Equal(["name", "value", "unit", "source"], root.GetProperty("keyFeatures")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(Math.Exp(root.GetProperty("margin").GetSingle()), root.GetProperty("prediction").GetDouble(), 0.006);
        Assert.InRange(root.GetProperty("range")[0].GetInt32(), 0, root.GetProperty("range")[1].GetInt32());
        Assert.Equal("danceability", root.GetProperty("features")[9].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Json_answers_are_computed_from_the_committed_model_by_the_features_they_show()
    {
        var (_, output, _) = await RunAsync("predict", Song, "--json");

        using var document = JsonDocument.Parse(output);
        var vector = document.RootElement.GetProperty("features").EnumerateArray()
            .Select(feature => feature.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetSingle() : float.NaN).ToArray();
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", "default", "model.json"));
        var model = Learning.Xgboost.XgboostJsonReader.Read(file);
        Assert.Equal(new Learning.Predictions.TreePredictor(model).Margin(vector), document.RootElement.GetProperty("margin").GetSingle());
    }

    [Fact]
    public void The_default_model_is_small_enough_to_be_read_at_every_start()
    {
        var model = new FileInfo(Path.Combine(AppContext.BaseDirectory, "models", "default", "model.json"));

        Assert.InRange(model.Length, 1, 1 << 20);
    }

    [Fact]
    public async Task An_unknown_song_names_the_nearest_and_exits_1()
    {
        var (exit, output, error) = await RunAsync("predict", "The Lass I Knew Was Bitter - Tim Impaler");

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("Nearest", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb - c")]
    [InlineData("https://example.org/evil")]
    public async Task A_text_that_is_no_query_is_wrong_usage_in_one_sentence(string text)
    {
        var (exit, output, error) = await RunAsync("predict", text);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public async Task An_overlong_query_is_wrong_usage()
    {
        var (exit, _, error) = await RunAsync("predict", new string('x', 5000));

        Assert.Equal(2, exit);
        Assert.Contains("200", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("predictt", "song")]
    [InlineData("predict", "--frobnicate")]
    [InlineData("evaluate")]
    [InlineData("train", "--history", "/no/such/file.zip")]
    [InlineData("evaluate", "--history", "x.zip", "--split", "sideways")]
    [InlineData("catalog", "import", "/no/such/file.csv")]
    public async Task Wrong_usage_exits_2(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_damaged_model_is_one_sentence_and_exit_1()
    {
        var folder = Path.Combine(_data, "broken");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "metadata.json"), "{", TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync("predict", Song, "--model", folder);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("metadata.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Features_names_the_source_of_every_fact()
    {
        var (exit, output, _) = await RunAsync("features", Song, "--json");

        Assert.Equal(0, exit);
        using var document = JsonDocument.Parse(output);
        foreach (var fact in document.RootElement.GetProperty("facts").EnumerateArray())
            Assert.Equal(fact.GetProperty("value").ValueKind == JsonValueKind.Null, fact.GetProperty("source").ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task A_catalogue_file_is_imported_and_its_songs_are_then_known()
    {
        var file = Path.Combine(_data, "songs.csv");
        await File.WriteAllTextAsync(file, "name,artists,popularity,danceability\nGlass Harbour,The Paper Lanterns,44,0.5\n,nobody,1,0.1\nNo Dance,Somebody,12,2.5\n", TestContext.Current.CancellationToken);

        var (exit, output, _) = await RunAsync("catalog", "import", file);
        var (known, _, _) = await RunAsync("predict", "glass harbour - paper lanterns");

        Assert.Equal((0, 0), (exit, known));
        Assert.Contains("3 rows: 2 taken, 0 merged, 1 refused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_lists_the_default_and_shows_its_card()
    {
        var (listed, list, _) = await RunAsync("models", "list");
        var (shown, card, _) = await RunAsync("models", "show", "default");

        Assert.Equal((0, 0), (listed, shown));
        Assert.Contains("default", list, StringComparison.Ordinal);
        Assert.Contains("# Model card", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_that_begins_with_an_at_sign_is_a_song()
    {
        var (exit, _, error) = await RunAsync("predict", "@peace - nobody");

        Assert.Equal(1, exit);
        Assert.Contains("holds no such song", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage__Provider", "Foo", 2, "Storage:Provider")]
    [InlineData("Storage__Provider", "99", 2, "neither Sqlite nor PostgreSQL")]
    [InlineData("Storage__Provider", "PostgreSQL", 2, "Storage:ConnectionString is empty")]
    [InlineData("Storage__ConnectionString", "garbage", 2, "Storage:ConnectionString")]
    [InlineData("MusicFlow__DataDirectory", "/dev/null/x", 1, "MusicFlow:DataDirectory")]
    public async Task A_wrong_setting_is_named_in_one_sentence(string name, string value, int code, string part)
    {
        _settings[name] = value;

        var (exit, output, error) = await RunAsync("predict", Song);

        Assert.Equal((code, ""), (exit, output));
        Assert.Contains(part, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "appsettings.json"), "{ \"Storage\": ", TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync("predict", Song);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("appsettings.json", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_into_a_folder_of_other_files_is_refused_before_it_begins()
    {
        var diary = Path.Combine(_data, "diary.txt");
        await File.WriteAllTextAsync(diary, "precious", TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync("train", "--history", _data, "--out", _data);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("would be lost", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(diary, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_model_of_one_listener_answers_only_with_that_listeners_history()
    {
        var export = Path.Combine(_data, "StreamingHistory0.json");
        await File.WriteAllTextAsync(export, SomeExport.File(
            Enumerable.Range(0, 40).Select(play => SomeExport.AccountRow($"2024-05-{1 + (play % 28):00} 20:{play:00}", "Tame Impala", play % 2 == 0 ? "Let It Happen" : "Borderline"))), TestContext.Current.CancellationToken);
        var model = PersonalModel();

        var (without, _, refusal) = await RunAsync("predict", Song, "--model", model);
        var (with, output, said) = await RunAsync("predict", Song, "--model", model, "--history", export);
        var (needless, _, advice) = await RunAsync("predict", Song, "--history", export);

        Assert.Equal((2, 0, 2), (without, with, needless));
        Assert.Contains("--history", Assert.Single(refusal.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("By you", output, StringComparison.Ordinal);
        Assert.Contains("2024-05-28", said, StringComparison.Ordinal);
        Assert.Contains("any listener", Assert.Single(advice.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_without_plays_is_one_sentence()
    {
        var podcasts = Path.Combine(_data, "StreamingHistory_podcast_0.json");
        await File.WriteAllTextAsync(podcasts, "[{\"endTime\":\"2024-05-17 20:15\",\"podcastName\":\"Talking\",\"episodeName\":\"One\",\"msPlayed\":5}]", TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync("predict", Song, "--model", PersonalModel(), "--history", podcasts);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("podcast", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_breaks_off_tells_what_it_kept()
    {
        var file = Path.Combine(_data, "cut.csv");
        var rows = Enumerable.Range(0, 10_001).Select(row => $"Song {row},Band {row}").Prepend("name,artists").Append("\"never closed " + new string('x', 1_100_000));
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);

        var (exit, output, error) = await RunAsync("catalog", "import", file);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("10000 tracks before that are in the catalogue", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_in_place_of_a_file_is_one_sentence_and_nobody_waits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes among its files.");
        var pipe = Path.Combine(_data, "songs.csv");
        using (var made = Process.Start("mkfifo", [pipe])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        var (imported, _, import) = await RunAsync("catalog", "import", pipe);
        var (trained, _, train) = await RunAsync("train", "--history", pipe);
        var (predicted, _, predict) = await RunAsync("predict", Song, "--model", PersonalModel(), "--history", pipe);

        Assert.Equal((1, 2, 1), (imported, trained, predicted));
        Assert.All([import, train, predict], error => Assert.Contains("no file but a pipe or a device", error, StringComparison.Ordinal));
    }

    /// <summary>The default model, relabelled as one listener's: what matters here is who may ask it.</summary>
    private string PersonalModel()
    {
        var folder = Path.Combine(_data, "personal");
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models", "default")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var metadata = Path.Combine(folder, "metadata.json");
        File.WriteAllText(metadata, File.ReadAllText(metadata).Replace("\"AnyListener\"", "\"OneListener\"", StringComparison.Ordinal));
        return folder;
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunningProgram.RunAsync(_data, _settings, "", arguments);
}
