using Microsoft.Extensions.Options;
using MusicFlow.Chat.Limits;
using MusicFlow.Core.Chats;
using MusicFlow.Testing;

namespace MusicFlow.Chat.Tests.Limits;

public sealed class TokenBucketsTests
{
    static readonly ChatAddress Chat = new("test", "chat");
    readonly ManualTime time = new();
    readonly ChatOptions options = new() { CommandsPerPerson = 3, CommandsPerChat = 5, Window = TimeSpan.FromSeconds(30) };

    [Fact]
    public void A_burst_is_granted_then_refused_once_with_the_wait_then_met_with_silence()
    {
        var buckets = Buckets();

        var answers = Enumerable.Range(0, 6).Select(_ => buckets.Take(Chat, Person(1))).ToList();

        Assert.All(answers.Take(3), answer => Assert.IsType<Admission.Granted>(answer));
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.IsType<Admission.Refused>(answers[3]).Wait);
        Assert.All(answers.Skip(4), answer => Assert.IsType<Admission.Silent>(answer));
    }

    [Fact]
    public void After_the_wait_one_more_is_granted_and_the_next_refusal_is_said_again()
    {
        var buckets = Buckets();
        for (var i = 0; i < 4; i++) buckets.Take(Chat, Person(1));

        time.Advance(TimeSpan.FromSeconds(9));
        var early = buckets.Take(Chat, Person(1));
        time.Advance(TimeSpan.FromSeconds(1));
        var onTime = buckets.Take(Chat, Person(1));
        var next = buckets.Take(Chat, Person(1));

        Assert.IsType<Admission.Silent>(early);
        Assert.IsType<Admission.Granted>(onTime);
        Assert.IsType<Admission.Refused>(next);
    }

    [Fact]
    public void A_chat_is_limited_whoever_speaks_and_a_refusal_costs_the_person_nothing()
    {
        var buckets = Buckets();
        for (var person = 0; person < 5; person++) Assert.IsType<Admission.Granted>(buckets.Take(Chat, Person(person)));

        var sixth = buckets.Take(Chat, Person(9));
        var elsewhere = Enumerable.Range(0, 3).Select(_ => buckets.Take(new ChatAddress("test", "other"), Person(9)));

        Assert.Equal(TimeSpan.FromSeconds(6), Assert.IsType<Admission.Refused>(sixth).Wait);
        Assert.All(elsewhere, answer => Assert.IsType<Admission.Granted>(answer));
    }

    [Fact]
    public void A_person_is_limited_in_all_chats_together()
    {
        var buckets = Buckets();

        var answers = Enumerable.Range(0, 4).Select(chat => buckets.Take(new ChatAddress("test", $"{chat}"), Person(1))).ToList();

        Assert.IsType<Admission.Refused>(answers[3]);
    }

    [Fact]
    public void Those_who_spoke_long_ago_are_forgotten()
    {
        options.MostBuckets = 10;
        var buckets = Buckets();

        for (var person = 0; person < 1_000; person++) buckets.Take(new ChatAddress("test", $"{person}"), Person(person));

        Assert.Equal(20, buckets.Count);
    }

    [Fact]
    public async Task The_pipeline_says_it_once_and_then_keeps_silent()
    {
        await using var chat = new Conversation();
        for (var i = 0; i < 10; i++) await chat.Pipeline.RunAsync(Conversation.Private("/health"), TestContext.Current.CancellationToken);

        var refused = await chat.Pipeline.RunAsync(Conversation.Private("/health", locale: "de"), TestContext.Current.CancellationToken);
        var silent = await chat.Pipeline.RunAsync(Conversation.Private("/health"), TestContext.Current.CancellationToken);

        Assert.Equal((ReplyKind.Busy, true), (refused!.Kind, refused.IsPrivate));
        Assert.Contains("in 3 Sekunden", Assert.IsType<Block.Text>(refused.Blocks[0]).Value, StringComparison.Ordinal);
        Assert.Null(silent);
    }

    TokenBuckets Buckets() => new(Options.Create(options), time);

    static PersonId Person(int number) => new("test", $"{number}");
}
