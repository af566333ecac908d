using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Testing.Discord;
using MusicFlow.Testing.Discord.Interactions;

namespace MusicFlow.Discord.Tests;

/// <summary>End to end: what somebody does in Discord, and what they see.</summary>
public sealed class DiscordBotTests
{
    public static TheoryData<string> Modes => ["Gateway", "Http"];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_song_is_asked_for_and_answered_with_a_card(string mode)
    {
        await using var bot = await StartAsync(mode);

        var asked = await SeenAsync(bot, SomeInteraction.Slash("predict", ("song", "Glass Harbour - The Paper Lanterns")));

        Assert.Equal(5, asked.AnswerType);
        Assert.InRange(asked.AnsweredAfter, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        var card = asked.Original!;
        Assert.False(card.IsEphemeral);
        Assert.Contains("Glass Harbour", (string?)card.Embed["title"], StringComparison.Ordinal);
        Assert.NotEmpty(card.Embed["fields"]!.AsArray());
        Assert.Equal("attachment://card.png", (string?)card.Embed["image"]!["url"]);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], card.Files["card.png"].Take(4));
        Assert.Contains(card.Buttons, button => button.StartsWith("/why t:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pressed_button_edits_its_card_or_answers_below()
    {
        await using var bot = await StartAsync();
        var asked = await SeenAsync(bot, SomeInteraction.Slash("predict", ("song", "Morning Light")));
        Assert.Contains(asked.Original!.Buttons, button => button.StartsWith("/pick", StringComparison.Ordinal));

        var pressed = await bot.Discord.PressAsync(asked.Original, asked.Original.Buttons[0]);
        await pressed.Shown;

        Assert.Equal(6, pressed.AnswerType);
        Assert.Equal(1, asked.Original.Edits);
        Assert.Contains("Morning Light", (string?)asked.Original.Embed["title"], StringComparison.Ordinal);
        Assert.Contains("card.png", asked.Original.Files.Keys);
    }

    [Fact]
    public async Task An_error_after_a_public_placeholder_is_told_to_the_caller_alone()
    {
        await using var bot = await StartAsync(change: services => services.AddCommand<BreakingHandler>());

        var asked = await SeenAsync(bot, SomeInteraction.Slash("breaking").By("2", "de"));

        Assert.Null(asked.Original);
        Assert.True(Assert.Single(asked.FollowUps).IsEphemeral);

        Assert.DoesNotContain("secret inside", asked.FollowUps[0].Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_command_is_private_from_its_first_moment()
    {
        await using var bot = await StartAsync();

        var asked = await SeenAsync(bot, SomeInteraction.Slash("settings"));

        Assert.True(asked.Original!.IsEphemeral);
        Assert.Empty(asked.FollowUps);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_once_privately_and_leaves_no_placeholder_behind()
    {
        await using var bot = await StartAsync(settings: new() { ["Chat:CommandsPerPerson"] = "1" });
        await SeenAsync(bot, SomeInteraction.Slash("help"));

        var second = await SeenAsync(bot, SomeInteraction.Slash("predict", ("song", "Glass Harbour")));
        var third = await bot.Discord.SendAsync(SomeInteraction.Slash("predict", ("song", "Glass Harbour")));
        await third.Answered;
        while (third.Original is not null) await Task.Delay(5, TestContext.Current.CancellationToken);

        Assert.True(Assert.Single(second.FollowUps).IsEphemeral);
        Assert.Empty(third.FollowUps);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task While_a_song_is_typed_songs_are_proposed_and_a_proposal_is_understood(string mode)
    {
        await using var bot = await StartAsync(mode);

        var typing = await SeenAsync(bot, SomeInteraction.Typing("predict", "song", "glass har"));
        var choice = typing.Choices![0]!;
        var asked = await SeenAsync(bot, SomeInteraction.Slash("predict", ("song", (string)choice["value"]!)));

        Assert.Equal("Glass Harbour — The Paper Lanterns", (string?)choice["name"]);
        Assert.Contains("Glass Harbour", (string?)asked.Original!.Embed["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_on_a_message_predicts_the_song_that_it_names()
    {
        await using var bot = await StartAsync();

        var asked = await SeenAsync(bot, SomeInteraction.OnMessage("Predict this song", "Glass Harbour - The Paper Lanterns", bot.Discord.Options));

        Assert.Contains("Glass Harbour", (string?)asked.Original!.Embed["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_installed_the_bot_is_answered_in_direct_messages_in_their_language()
    {
        await using var bot = await StartAsync();

        var asked = await SeenAsync(bot, SomeInteraction.Slash("help").By("3", "de").InDirectMessages());

        Assert.Contains("Das kann ich", asked.Original!.Body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interaction_that_comes_twice_is_answered_once()
    {
        await using var bot = await StartAsync();
        var asked = await SeenAsync(bot, SomeInteraction.Slash("help"));

        await bot.Discord.RepeatAsync(asked);
        await SeenAsync(bot, SomeInteraction.Slash("help"));

        Assert.Equal(2, bot.Discord.Requests.Count(request => request.Path.EndsWith("/callback", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(0)]
    public async Task A_failure_of_the_first_answer_is_made_good(int failure)
    {
        await using var bot = await StartAsync();
        if (failure == 429) bot.Discord.Limits.RefuseNext("user", 0.1);
        else bot.Discord.Faults.FailNext(failure);

        var asked = await SeenAsync(bot, SomeInteraction.Slash("help"));

        Assert.NotNull(asked.Original);
    }

    [Fact]
    public async Task Commands_are_registered_once_and_then_only_when_they_change()
    {
        await using var bot = await StartAsync();
        while (bot.Discord.Commands.Count == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        var predict = bot.Discord.Commands.Single(command => (string?)command!["name"] == "predict")!;

        var again = await bot.Services.GetRequiredService<DiscordCommandMenu>().RegisterAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(0, again);
        Assert.Single(bot.Discord.Requests, request => request.Method == "PUT");
        Assert.Equal([0, 1, 2], predict["contexts"]!.AsArray().Select(context => (int)context!));
        Assert.Equal([0, 1], predict["integration_types"]!.AsArray().Select(type => (int)type!));
        Assert.True((bool)predict["options"]![0]!["autocomplete"]!);
        Assert.NotEqual((string?)predict["description"], (string?)predict["description_localizations"]!["de"]);
        Assert.Contains(bot.Discord.Commands, command => (int)command!["type"]! == 3);
        Assert.DoesNotContain(bot.Discord.Commands, command => (string?)command!["name"] == "pick");
    }

    [Fact]
    public async Task Commands_of_one_server_say_nothing_of_other_places()
    {
        await using var bot = await StartAsync(settings: new() { ["Discord:RegistersCommands"] = "false" });
        var menu = bot.Services.GetRequiredService<DiscordCommandMenu>();

        var first = await menu.RegisterAsync("10", TestContext.Current.CancellationToken);
        var second = await menu.RegisterAsync("10", TestContext.Current.CancellationToken);

        Assert.True(first > 0);
        Assert.Equal(0, second);
        Assert.Empty(bot.Discord.Commands);
    }

    [Fact]
    public async Task Unasked_replies_arrive_and_edits_of_one_message_are_drawn_together()
    {
        await using var bot = await StartAsync();
        var sender = bot.Services.GetServices<IReplySender>().Single(sender => sender.Platform == "discord");
        var address = await sender.SendAsync(new("discord", "20"), Reply.Say("open"), TestContext.Current.CancellationToken);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => sender.EditAsync(address, Reply.Say($"votes {i}"), TestContext.Current.CancellationToken)));

        var message = Assert.Single(bot.Discord.Messages);
        Assert.Equal("votes 19", (string?)message.Embed["description"]);
        Assert.InRange(message.Edits, 1, 2);
        bot.Discord.RemoveChannel("20");
        var gone = await Assert.ThrowsAsync<ReplyNotSentException>(() => sender.SendAsync(new("discord", "20"), Reply.Say("x"), TestContext.Current.CancellationToken));
        Assert.True(gone.IsChatGone);
    }

    [Fact]
    public async Task No_token_appears_in_a_log_an_exception_or_a_trace()
    {
        var traces = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traces) traces.Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var bot = await StartAsync();
        bot.Discord.Faults.FailNext(0);
        var asked = await SeenAsync(bot, SomeInteraction.Slash("predict", ("song", "Glass Harbour")));
        bot.Discord.Faults.FailNext(500);
        bot.Discord.Limits.RefuseNext("cloudflare", 1);
        var failed = await bot.Discord.SendAsync(SomeInteraction.Slash("help"));
        await Task.Delay(500, TestContext.Current.CancellationToken);

        var logs = bot.Log.Lines.Select(line => $"{line.Text} {line.Exception}").ToList();
        string[] secrets = [bot.Discord.Options.Token, asked.Token, failed.Token];
        List<string> seen;
        lock (traces) seen = [.. logs, .. traces.Where(trace => !IsOfEmulator(trace))];
        Assert.NotEmpty(logs);
        Assert.All(seen, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>The emulator's server traces what it receives; that is Discord's side.</summary>
    static bool IsOfEmulator(string trace) => trace.Contains("http.route", StringComparison.Ordinal) || trace.Contains("server.port", StringComparison.Ordinal);

    static Task<DiscordBot> StartAsync(string mode = "Gateway", Dictionary<string, string?>? settings = null, Action<IServiceCollection>? change = null) =>
        DiscordBot.StartAsync(null, new Dictionary<string, string?>(settings ?? []) { ["Discord:Mode"] = mode }, change);

    static async Task<EmulatedInteraction> SeenAsync(DiscordBot bot, JsonObject interaction)
    {
        var sent = await bot.Discord.SendAsync(interaction);
        try
        {
            await sent.Shown;
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', bot.Discord.Mistakes.Concat(bot.Log.Lines.Where(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Information).Select(line => $"{line.Text} {line.Exception}"))));
        }
        return sent;
    }

    sealed class BreakingHandler : ICommandHandler
    {
        public static CommandSpec Spec { get; } = new("breaking", new TextKey("help.summary"), Answer.Public);

        public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => throw new InvalidOperationException("secret inside");
    }
}
