using System.Text.Json;
using System.Text.Json.Nodes;
using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Discord.Protocol;
using MusicFlow.Discord.Receiving;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Receiving;

public sealed class DiscordInboundTests
{
    static readonly DiscordEmulatorOptions Options = new();

    static readonly CommandTable Table = new([new("settings", new TextKey("x"), Answer.Private) { Options = [new("setting", new TextKey("x")), new("value", new TextKey("x"))] }]);

    [Fact]
    public void A_slash_command_is_the_text_that_one_would_type()
    {
        var message = Translate(SomeInteraction.Slash("predict", ("song", "Glass Harbour - The Paper Lanterns")).By("7", "de"))!;

        Assert.Equal("/predict Glass Harbour - The Paper Lanterns", message.Text);
        Assert.Equal(("discord", "20", null), (message.Chat.Platform, message.Chat.ChatId, message.Chat.TopicId));
        Assert.Equal(("discord", "7"), (message.Caller.Id.Platform, message.Caller.Id.Id));
        Assert.Equal("Alice", message.Caller.Name);
        Assert.Equal("de", message.Locale);
        Assert.False(message.IsPrivate || message.IsPress || message.Caller.IsAdministrator || message.Caller.IsBot);
    }

    [Fact]
    public void Options_stand_in_the_order_of_the_command_whatever_order_they_were_typed_in() =>
        Assert.Equal("/settings language de", Translate(SomeInteraction.Slash("settings", ("value", "de"), ("setting", "language")))!.Text);

    [Fact]
    public void A_subcommand_stands_before_its_options()
    {
        var interaction = SomeInteraction.Slash("battle");
        interaction["data"]!["options"] = JsonNode.Parse("""[{"name":"start","type":1,"options":[{"name":"first","type":3,"value":"A"},{"name":"minutes","type":4,"value":5}]}]""");

        Assert.Equal("/battle start A 5", Translate(interaction)!.Text);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("32", true)]
    [InlineData("8", true)]
    [InlineData("562949953421312", false)]
    [InlineData("nonsense", false)]
    public void Who_may_manage_the_server_is_its_administrator(string permissions, bool isAdministrator) =>
        Assert.Equal(isAdministrator, Translate(SomeInteraction.Slash("help").By("2", permissions: permissions))!.Caller.IsAdministrator);

    [Fact]
    public void In_direct_messages_everything_is_private_and_everybody_administrates()
    {
        var message = Translate(SomeInteraction.Slash("help").InDirectMessages())!;

        Assert.True(message is { IsPrivate: true, Caller.IsAdministrator: true });
    }

    [Fact]
    public void A_conversation_of_people_with_the_installed_bot_is_not_private()
    {
        var interaction = SomeInteraction.Slash("help").InDirectMessages();
        interaction["context"] = 2;

        Assert.False(Translate(interaction)!.IsPrivate);
    }

    [Fact]
    public void A_pressed_button_is_its_command()
    {
        var message = Translate(SomeInteraction.Press(new EmulatedMessage("1", "20"), "/why t:1", Options))!;

        Assert.True(message is { Text: "/why t:1", IsPress: true });
    }

    [Fact]
    public void A_form_is_its_command_with_what_was_typed()
    {
        var message = Translate(SomeInteraction.Form("/wrong t:1", "song", "Morning Light"))!;

        Assert.True(message is { Text: "/wrong t:1 Morning Light", IsPress: true });
    }

    [Fact]
    public void A_command_on_a_message_replies_to_its_text()
    {
        var message = Translate(SomeInteraction.OnMessage("Predict this song", "listen to https://open.spotify.com/track/x", Options))!;

        Assert.True(message is { Text: "/predict", RepliedText: "listen to https://open.spotify.com/track/x", IsPress: false });
    }

    [Fact]
    public void A_command_on_a_message_without_text_replies_to_its_card()
    {
        var interaction = SomeInteraction.OnMessage("Predict this song", "", Options);
        interaction["data"]!["resolved"]!["messages"]!["700"]!["embeds"] = JsonNode.Parse("""[{"title":"Glass Harbour","url":"https://open.spotify.com/track/x"}]""");

        Assert.Equal("Glass Harbour\nhttps://open.spotify.com/track/x", Translate(interaction)!.RepliedText);
    }

    [Fact]
    public void The_option_being_typed_is_found()
    {
        var typing = DiscordInbound.Typing(Read(SomeInteraction.Typing("predict", "song", "gla")));

        Assert.Equal(("predict", "song", "gla"), typing);
    }

    [Theory]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":2,"data":{"name":"x","type":1}}""")]
    [InlineData("""{"type":2,"channel_id":"1","user":{"id":"1","username":"u"},"data":{"name":"x","type":2}}""")]
    [InlineData("""{"type":3,"channel_id":"1","user":{"id":"1","username":"u"},"data":{}}""")]
    [InlineData("""{"type":77,"channel_id":"1","user":{"id":"1","username":"u"},"data":{"name":"x"}}""")]
    public void What_no_command_answers_is_no_message(string json) => Assert.Null(Translate(JsonNode.Parse(json)!.AsObject()));

    static IncomingMessage? Translate(JsonObject json) => DiscordInbound.Translate(Read(json), Table);

    static MusicFlow.Discord.Protocol.Objects.Interaction Read(JsonObject json) => JsonSerializer.Deserialize(json.ToJsonString(), DiscordJson.Default.Interaction)!;
}
