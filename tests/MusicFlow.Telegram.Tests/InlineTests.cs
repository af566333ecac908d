namespace MusicFlow.Telegram.Tests;

/// <summary>What people get who type the bot's name in any chat.</summary>
public sealed class InlineTests
{
    [Fact]
    public async Task A_song_is_offered_as_its_card()
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Ask("Glass Harbour - The Paper Lanterns");
        var answer = await bot.Telegram.CallAsync("answerInlineQuery");

        Assert.Equal(200, answer.Status);
        var article = Assert.Single(answer.Body["results"]!.AsArray())!;
        Assert.Equal("article", (string)article["type"]!);
        Assert.StartsWith("Glass Harbour", (string)article["title"]!, StringComparison.Ordinal);
        Assert.Contains("80 % range", (string)article["input_message_content"]!["message_text"]!, StringComparison.Ordinal);
        Assert.True(answer.Flag("is_personal"));
    }

    [Fact]
    public async Task Several_songs_are_offered_to_choose_and_the_button_predicts_in_place()
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Ask("Morning Light");
        var answer = await bot.Telegram.CallAsync("answerInlineQuery");
        var chosen = bot.People.Choose(answer, 0);
        var label = (string)bot.People.InlineMessage(chosen)["reply_markup"]!["inline_keyboard"]![0]![0]!["text"]!;
        bot.People.PressInline(chosen, label);
        await bot.Telegram.CallAsync("editMessageText");

        Assert.True(answer.Body["results"]!.AsArray().Count > 1);
        Assert.Contains("80 % range", (string)bot.People.InlineMessage(chosen)["text"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Telegram.Calls, call => call.Method.StartsWith("send", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M")]
    public async Task Nothing_to_offer_is_a_hint_to_the_bots_chat(string query)
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Ask(query);
        var answer = await bot.Telegram.CallAsync("answerInlineQuery");

        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Body["results"]!.AsArray());
        Assert.Equal("inline", (string)answer.Body["button"]!["start_parameter"]!);
    }

    [Fact]
    public async Task Only_what_somebody_stops_at_is_answered()
    {
        await using var bot = await TelegramBot.StartAsync();

        bot.People.Ask("G");
        bot.People.Ask("Glass");
        var last = bot.People.Ask("Glass Harbour");
        var answer = await bot.Telegram.CallAsync("answerInlineQuery");
        bot.People.Ask("Untold Story");
        await bot.Telegram.CallAsync("answerInlineQuery", 2);

        Assert.Equal(last, answer.Text("inline_query_id"));
        Assert.Equal(2, bot.Telegram.Calls.Count(call => call.Method == "answerInlineQuery"));
    }
}
