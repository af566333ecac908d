namespace MusicFlow.Bot.Tests.Verbs;

public sealed class ChatVerbTests : IDisposable
{
    private const string Song = "The Less I Know The Better - Tame Impala";
    private readonly string _data = Directory.CreateTempSubdirectory("musicflow-chat").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Once_answers_one_message_with_its_buttons()
    {
        var (exit, output, _) = await RunAsync("", "chat", "--language", "en", "--once", Song);

        Assert.Equal(0, exit);
        Assert.Contains("The Less I Know The Better — Tame Impala", output, StringComparison.Ordinal);
        Assert.Contains("[1] Why?", output, StringComparison.Ordinal);
        Assert.Contains(".png: Card for", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_song_that_is_not_known_exits_1()
    {
        var (exit, output, _) = await RunAsync("", "chat", "--language", "en", "--once", "zzzzzz qqqqqq - xxxxxx");

        Assert.Equal(1, exit);
        Assert.Contains("I don't know this song yet", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_presses_a_button_of_the_last_answer_and_the_language_is_kept()
    {
        var (exit, output, _) = await RunAsync($"/settings language de\n{Song}\n1\n", "chat", "--language", "en");

        Assert.Equal(0, exit);
        Assert.Contains("Hi, I'm MusicFlow!", output, StringComparison.Ordinal);
        Assert.Contains("Streams in einem Jahr", output, StringComparison.Ordinal);
        Assert.Contains("Darauf achtet das Modell", output, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string input, params string[] arguments) =>
        RunningProgram.RunAsync(_data, new Dictionary<string, string>(), input, arguments);
}
