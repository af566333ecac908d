
namespace MusicFlow.Discord.Tests;

public sealed class DiscordOptionsTests
{
    const string Token = "abc.def.ghi";
    const string Key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    [Theory]
    [InlineData(DiscordMode.Gateway, Token, null, true)]
    [InlineData(DiscordMode.Gateway, null, Key, false)]
    [InlineData(DiscordMode.Gateway, "no token", null, false)]
    [InlineData(DiscordMode.Http, null, Key, true)]
    [InlineData(DiscordMode.Http, Token, null, false)]
    [InlineData(DiscordMode.Http, Token, "d75a", false)]
    public void Each_mode_wants_what_it_needs(DiscordMode mode, string? token, string? key, bool isGood)
    {
        var result = new DiscordOptions.Validator().Validate(null, new DiscordOptions { Mode = mode, Token = token, PublicKey = key });

        Assert.Equal(isGood, result.Succeeded);
    }
}
