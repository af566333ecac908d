using MusicFlow.Catalogs;
using MusicFlow.Catalogs.Starter;
using MusicFlow.Chat.Commands;

namespace MusicFlow.Chat.Tests.Commands;

public sealed class HelpTests
{
    [Fact]
    public async Task Every_example_works_on_a_fresh_installation()
    {
        await using var chat = new Conversation(services => services.AddCatalogs(), tracks: []);
        await chat.Get<StarterCatalogue>().LoadIfEmptyAsync(TestContext.Current.CancellationToken);

        foreach (var spec in chat.Get<CommandTable>().Listed)
            foreach (var example in spec.Examples)
            {
                var reply = await chat.SayAsync($"/{spec.Name} {example}");

                Assert.True(reply.Kind == ReplyKind.Answered, $"/{spec.Name} {example}: {reply.Kind}");
            }
    }

    [Fact]
    public async Task Every_listed_command_has_an_example_and_stands_in_help()
    {
        await using var chat = new Conversation();
        var specs = chat.Get<CommandTable>().Listed;

        var lines = Assert.Single((await chat.SayAsync("/help")).Blocks.OfType<Block.Lines>()).Items;

        Assert.Equal(specs.Count, lines.Count);
        Assert.All(specs, spec => Assert.NotEmpty(spec.Examples));
        Assert.All(specs.Zip(lines), pair => Assert.StartsWith($"/{pair.First.Name}", pair.Second, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("/pick", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/help predict")]
    [InlineData("/help /predict")]
    [InlineData("/h P")]
    public async Task Help_for_a_command_shows_its_examples(string text)
    {
        await using var chat = new Conversation();

        var reply = await chat.SayAsync(text);

        Assert.Contains(reply.Blocks.OfType<Block.Lines>(), lines => lines.Items.Any(item => item.StartsWith("/predict The Less", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Help_for_no_command_proposes_the_nearest()
    {
        await using var chat = new Conversation();

        Assert.Equal(ReplyKind.UnknownCommand, (await chat.SayAsync("/help pick")).Kind);
        Assert.Equal(ReplyKind.UnknownCommand, (await chat.SayAsync("/help " + new string('x', 10_000))).Kind);
    }
}
