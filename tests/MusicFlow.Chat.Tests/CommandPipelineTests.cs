using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Tests;

public sealed class CommandPipelineTests
{
    const string Secret = "my secret words";

    [Fact]
    public async Task Bots_are_answered_nothing()
    {
        await using var chat = new Conversation();

        Assert.Null(await chat.RunAsync(Conversation.Private("/help", Conversation.Bob with { IsBot = true })));
    }

    [Fact]
    public async Task An_unknown_command_in_a_group_is_left_to_the_other_bots_unless_it_names_this_one()
    {
        await using var chat = new Conversation();

        var stray = await chat.RunAsync(Conversation.Group("/predikt a - b"));
        var meant = await chat.RunAsync(Conversation.Group("/predikt@MusicFlowBot a - b"));

        Assert.Null(stray);
        Assert.Equal(ReplyKind.UnknownCommand, meant?.Kind);
        Assert.Contains("/predict", Assert.IsType<Block.Text>(meant!.Blocks[0]).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_becomes_one_apology_and_one_log_line_with_the_same_reference_and_without_what_was_said()
    {
        await using var chat = new Conversation(services => services.AddCommand<BreakingHandler>());

        var reply = await chat.SayAsync($"/break {Secret}");

        var line = Assert.Single(chat.Log.Lines, line => line.Level >= LogLevel.Warning);
        var reference = line.Text.Split("reference ")[1];
        Assert.Equal((ReplyKind.Broken, true), (reply.Kind, reply.IsPrivate));
        Assert.Contains(reference, Assert.IsType<Block.Text>(reply.Blocks[0]).Value, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(line.Exception);
        Assert.All(chat.Log.Lines, logged => Assert.DoesNotContain(Secret, logged.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_a_failure_like_any_other()
    {
        await using var chat = new Conversation(services => services.AddSingleton<IChatSettings, LostSettings>());

        var reply = await chat.SayAsync("/help", locale: "de");

        Assert.Equal(ReplyKind.Broken, reply.Kind);
        Assert.Contains("kaputtgegangen", Assert.IsType<Block.Text>(reply.Blocks[0]).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_flies_through()
    {
        await using var chat = new Conversation(services => services.AddCommand<WaitingHandler>());
        using var stop = new CancellationTokenSource();

        var running = chat.Pipeline.RunAsync(Conversation.Private("/wait"), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.DoesNotContain(chat.Log.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Nothing_that_people_say_is_logged()
    {
        await using var chat = new Conversation();

        foreach (var text in new[] { Secret, $"/why {Secret}", $"/{Secret}", $"/settings {Secret}", "Glass Harbour - The Paper Lanterns" })
            await chat.SayAsync(text);

        Assert.All(chat.Log.Lines, line => Assert.False(line.Text.Contains(Secret, StringComparison.Ordinal) || line.Text.Contains("Glass", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_command_is_measured_by_its_name_and_result()
    {
        await using var chat = new Conversation();
        var meter = chat.Get<IMeterFactory>().Create("MusicFlow");
        List<string> measured = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (ReferenceEquals(instrument.Meter, meter)) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Add($"{tags[0].Value} {tags[1].Value}"));
        listener.Start();

        foreach (var text in new[] { "/health", "Morning Light", "/no_such_command" })
            await chat.SayAsync(text);

        Assert.Equal(["health Answered", "predict Ambiguous", "unknown UnknownCommand"], measured);
    }

    [Fact]
    public async Task A_platform_can_ask_beforehand_where_the_answer_belongs()
    {
        await using var chat = new Conversation();

        Assert.Equal(Answer.Private, chat.Pipeline.Find(Conversation.Group("/settings"))?.Answer);
        Assert.Equal("predict", chat.Pipeline.Find(Conversation.Private("a - b"))?.Name);
        Assert.Null(chat.Pipeline.Find(Conversation.Group("hello")));
    }

    [Fact]
    public void Two_commands_of_one_name_fail_at_start()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new Conversation(services => services.AddCommand<TwinHandler>()));

        Assert.Contains("\"p\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_lane_is_answered_in_the_callers_language()
    {
        await using var chat = new Conversation();

        Assert.Contains("alle Hände voll", Assert.IsType<Block.Text>(Replies.Busy(Conversation.Private("x", locale: "de")).Blocks[0]).Value, StringComparison.Ordinal);
    }

    sealed class BreakingHandler : ICommandHandler
    {
        public static CommandSpec Spec { get; } = new("break", Texts.HelpSummary, Answer.Public);

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => throw new InvalidOperationException("broken");
    }

    sealed class WaitingHandler : ICommandHandler
    {
        public static CommandSpec Spec { get; } = new("wait", Texts.HelpSummary, Answer.Public);

        public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
        {
            await Task.Delay(Timeout.Infinite, ct);
            return Reply.Say("");
        }
    }

    sealed class TwinHandler : ICommandHandler
    {
        public static CommandSpec Spec { get; } = new("p", Texts.HelpSummary, Answer.Public);

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => Task.FromResult(Reply.Say(""));
    }

    sealed class LostSettings : IChatSettings
    {
        public Task<ChatSettings> GetAsync(ChatAddress chat, CancellationToken ct) => throw new TimeoutException();

        public Task SetAsync(ChatAddress chat, ChatSettings settings, CancellationToken ct) => throw new TimeoutException();
    }
}
