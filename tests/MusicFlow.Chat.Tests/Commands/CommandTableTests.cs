using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Tests.Commands;

public sealed class CommandTableTests
{
    static readonly CommandSpec Predict = new("predict", Texts.PredictSummary, Answer.Public) { Aliases = ["p"] };
    static readonly CommandSpec Privacy = new("privacy", Texts.PrivacySummary, Answer.Private);
    static readonly CommandSpec Pick = new("pick", Texts.PickSummary, Answer.Public) { IsListed = false };

    [Fact]
    public void Names_and_aliases_find_their_command()
    {
        var table = new CommandTable([Predict, Privacy, Pick]);

        Assert.Equal((Predict, Predict, Pick), (table.Find("predict"), table.Find("p"), table.Find("pick")));
        Assert.Null(table.Find("Predict"));
        Assert.Equal([Predict, Privacy], table.Listed);
    }

    [Theory]
    [InlineData("predict")]
    [InlineData("p")]
    [InlineData("Upper")]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("a_name_of_more_than_thirty_two_letters")]
    public void A_name_taken_twice_or_malformed_fails(string name) =>
        Assert.Throws<InvalidOperationException>(() => new CommandTable([Predict, new CommandSpec(name, Texts.HelpSummary, Answer.Public)]));

    [Theory]
    [InlineData("predcit", "predict")]
    [InlineData("privat", "privacy")]
    [InlineData("zzzz", null)]
    [InlineData("", null)]
    public void The_nearest_listed_name_is_proposed(string word, string? name)
    {
        var nearest = new CommandTable([Predict, Privacy, Pick]).Nearest(word, 1);

        Assert.Equal(name is null ? [] : [name], nearest.Select(spec => spec.Name));
    }
}
