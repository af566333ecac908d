using Microsoft.Extensions.Options;
using MusicFlow.Chat;
using MusicFlow.Web.Markup;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Tests.TryIt;

/// <summary>What the page keeps in memory is bounded.</summary>
public sealed class MemoryTests
{
    static readonly Dictionary<string, string> NoLabels = [];

    [Fact]
    public void The_conversation_longest_unused_goes_first()
    {
        var conversations = new Conversations(Options.Create(new WebOptions { Conversations = 2 }));
        foreach (var session in new[] { "a", "b", "a", "c" }) conversations.Add(session, new Turn(conversations.NextId(), "", Html.Empty, NoLabels), replaced: null);

        Assert.Equal([2, 0, 1], new[] { "a", "b", "c" }.Select(session => conversations.Of(session).Count));
    }

    [Fact]
    public void A_conversation_forgets_its_oldest_turns()
    {
        var conversations = new Conversations(Options.Create(new WebOptions { AnswersPerConversation = 3 }));
        for (var id = 1; id <= 5; id++) conversations.Add("a", new Turn(id, "", Html.Empty, NoLabels), replaced: null);

        Assert.Equal([3, 4, 5], conversations.Of("a").Select(turn => turn.Id));
    }

    [Fact]
    public void A_turn_takes_the_place_of_another_or_the_end_when_that_is_gone()
    {
        var conversations = new Conversations(Options.Create(new WebOptions()));
        conversations.Add("a", new Turn(1, "", Html.Empty, NoLabels), replaced: null);
        conversations.Add("a", new Turn(2, "", Html.Empty, NoLabels), replaced: null);

        Assert.True(conversations.Add("a", new Turn(3, "", Html.Empty, NoLabels), replaced: 1));
        Assert.False(conversations.Add("a", new Turn(4, "", Html.Empty, NoLabels), replaced: 99));
        Assert.Equal([3, 2, 4], conversations.Of("a").Select(turn => turn.Id));
    }

    [Fact]
    public void Pictures_are_kept_up_to_a_number_of_bytes()
    {
        var shelf = new PictureShelf(Options.Create(new WebOptions { PictureBytes = 2_000_000 }));
        var pictures = Enumerable.Range(1, 5).Select(number => Picture((byte)number, 900_000)).ToList();
        foreach (var picture in pictures) shelf.Keep(new Reply([picture]));

        var kept = pictures.Where(picture => shelf.Find(NameOf(picture)) is not null).ToList();

        Assert.Equal([pictures[3], pictures[4]], kept);
        Assert.Equal(pictures[4].Png.ToArray(), shelf.Find(NameOf(pictures[4]))!.Value.ToArray());
    }

    [Fact]
    public void A_picture_larger_than_the_shelf_is_not_kept()
    {
        var shelf = new PictureShelf(Options.Create(new WebOptions { PictureBytes = 10 }));
        var picture = Picture(1, 11);

        shelf.Keep(new Reply([picture]));

        Assert.Null(shelf.Find(NameOf(picture)));
    }

    static Block.Picture Picture(byte content, int length) => new(Enumerable.Repeat(content, length).ToArray(), 1, 1, "");

    static string NameOf(Block.Picture picture) => Path.GetFileNameWithoutExtension(PictureShelf.AddressOf(picture));
}
