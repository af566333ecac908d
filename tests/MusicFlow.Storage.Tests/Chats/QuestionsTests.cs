using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tests.Chats;

public sealed class QuestionsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task The_last_question_of_a_person_in_a_chat_is_kept(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var (questions, track) = (storage.Get<IQuestions>(), await SomeChat.TrackAsync(storage, "Hello"));
        var last = new Question("hello 夜 😀", track, SomeChat.Noon.AddMinutes(1));

        await questions.KeepAsync(SomeChat.Group, SomeChat.Alice, new Question("before", null, SomeChat.Noon), Ct);
        await questions.KeepAsync(SomeChat.Group, SomeChat.Alice, last, Ct);

        Assert.Equal(last, await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct));
        Assert.Null(await questions.LastAsync(SomeChat.Group, SomeChat.Bob, Ct));
        Assert.Null(await questions.LastAsync(SomeChat.Group with { TopicId = null }, SomeChat.Alice, Ct));
        Assert.Null(await questions.LastAsync(SomeChat.Group with { Platform = "discord" }, SomeChat.Alice, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Old_questions_go_when_somebody_asks_again(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var questions = storage.Get<IQuestions>();
        await questions.KeepAsync(SomeChat.Group, SomeChat.Alice, new Question("old", null, SomeChat.Noon), Ct);

        await questions.KeepAsync(SomeChat.Group, SomeChat.Bob, new Question("new", null, SomeChat.Noon + IQuestions.KeptFor), Ct);
        Assert.NotNull(await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct));
        await questions.KeepAsync(SomeChat.Group, SomeChat.Bob, new Question("newer", null, SomeChat.Noon + IQuestions.KeptFor + TimeSpan.FromSeconds(1)), Ct);

        Assert.Null(await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct));
        Assert.NotNull(await questions.LastAsync(SomeChat.Group, SomeChat.Bob, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task An_old_question_is_not_told_even_where_nobody_asked_since(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var questions = storage.Get<IQuestions>();
        await questions.KeepAsync(SomeChat.Group, SomeChat.Alice, new Question("old", null, SomeChat.Noon), Ct);

        storage.Clock.Advance(IQuestions.KeptFor);
        var inTime = await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct);
        storage.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(inTime);
        Assert.Null(await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_picked_track_is_remembered_for_the_text_however_it_is_written(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var questions = storage.Get<IQuestions>();
        var (first, second) = (await SomeChat.TrackAsync(storage, "Hello"), await SomeChat.TrackAsync(storage, "Hello Goodbye"));

        await questions.ChooseAsync(SomeChat.Alice, "Héllo  – Artist", first, Ct);
        await questions.ChooseAsync(SomeChat.Alice, "hello - artist", second, Ct);

        Assert.Equal(second, await questions.ChosenAsync(SomeChat.Alice, "HELLO artist", Ct));
        Assert.Null(await questions.ChosenAsync(SomeChat.Bob, "hello artist", Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_track_that_is_gone_is_no_answer_and_no_choice(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var questions = storage.Get<IQuestions>();
        var gone = new TrackId(4711);

        await questions.ChooseAsync(SomeChat.Alice, "hello", gone, Ct);
        await questions.KeepAsync(SomeChat.Group, SomeChat.Alice, new Question("hello", gone, SomeChat.Noon), Ct);

        Assert.Null(await questions.ChosenAsync(SomeChat.Alice, "hello", Ct));
        Assert.Null((await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct))!.Track);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Forgetting_a_person_leaves_the_others(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var (questions, track) = (storage.Get<IQuestions>(), await SomeChat.TrackAsync(storage, "Hello"));
        foreach (var person in new[] { SomeChat.Alice, SomeChat.Bob })
        {
            await questions.KeepAsync(SomeChat.Group, person, new Question("hello", track, SomeChat.Noon), Ct);
            await questions.ChooseAsync(person, "hello", track, Ct);
        }

        var rows = await questions.ForgetAsync(SomeChat.Alice, Ct);

        Assert.Equal(2, rows);
        Assert.Null(await questions.LastAsync(SomeChat.Group, SomeChat.Alice, Ct));
        Assert.Null(await questions.ChosenAsync(SomeChat.Alice, "hello", Ct));
        Assert.Equal(track, await questions.ChosenAsync(SomeChat.Bob, "hello", Ct));
    }
}
