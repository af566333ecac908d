using MusicFlow.Core.Chats;

namespace MusicFlow.Storage.Tests.Chats;

public sealed class ChatSettingsStoreTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_chat_without_settings_has_the_defaults(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);

        Assert.Equal(new ChatSettings(), await storage.Get<IChatSettings>().GetAsync(SomeChat.Group, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task The_last_settings_of_a_chat_hold_for_it_alone(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var settings = storage.Get<IChatSettings>();
        await settings.SetAsync(SomeChat.Group, new ChatSettings { Language = "de", IsQuiet = true }, Ct);

        await settings.SetAsync(SomeChat.Group, new ChatSettings { IsQuiet = true }, Ct);

        Assert.Equal(new ChatSettings { IsQuiet = true }, await settings.GetAsync(SomeChat.Group, Ct));
        Assert.Equal(new ChatSettings(), await settings.GetAsync(SomeChat.Group with { TopicId = "8" }, Ct));
    }
}
