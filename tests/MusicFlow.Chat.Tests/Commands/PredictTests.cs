namespace MusicFlow.Chat.Tests.Commands;

public sealed class PredictTests
{
    [Fact]
    public async Task A_known_song_is_answered_with_a_card_and_buttons()
    {
        await using var chat = new Conversation();

        var reply = await chat.SayAsync("/predict Glass Harbour - The Paper Lanterns");

        Assert.Equal(ReplyKind.Answered, reply.Kind);
        Assert.Equal("Glass Harbour — The Paper Lanterns", Assert.IsType<Block.Title>(reply.Blocks[0]).Value);
        Assert.Contains("streams by a typical listener within a year", Assert.IsType<Block.Text>(reply.Blocks[2]).Value, StringComparison.Ordinal);
        Assert.Equal(["/why t:1", "/features t:1", "/wrong t:1"], reply.Buttons.Select(button => button.Command));
    }
}
