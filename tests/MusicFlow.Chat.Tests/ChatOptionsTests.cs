using Microsoft.Extensions.Options;

namespace MusicFlow.Chat.Tests;

public sealed class ChatOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.True(Check(new ChatOptions()).Succeeded);

    [Fact]
    public void What_could_never_answer_is_refused_by_name()
    {
        var result = Check(new ChatOptions { CommandsPerPerson = 0, Window = TimeSpan.Zero, MostRunning = -1 });

        Assert.Equal(3, result.Failures!.Count());
        Assert.Contains("CommandsPerPerson", result.FailureMessage, StringComparison.Ordinal);
    }

    static ValidateOptionsResult Check(ChatOptions options) => new ChatOptions.Validator().Validate(null, options);
}
