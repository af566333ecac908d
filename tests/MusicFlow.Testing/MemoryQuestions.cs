using System.Collections.Concurrent;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>Questions and picks in memory; texts are folded to lower case without blanks around.</summary>
public sealed class MemoryQuestions : IQuestions
{
    readonly ConcurrentDictionary<(ChatAddress Chat, PersonId Person), Question> last = new();
    readonly ConcurrentDictionary<(PersonId Person, string Text), TrackId> chosen = new();

    public Task KeepAsync(ChatAddress chat, PersonId person, Question question, CancellationToken ct)
    {
        last[(chat, person)] = question;
        return Task.CompletedTask;
    }

    public Task<Question?> LastAsync(ChatAddress chat, PersonId person, CancellationToken ct) => Task.FromResult(last.GetValueOrDefault((chat, person)));

    public Task ChooseAsync(PersonId person, string text, TrackId track, CancellationToken ct)
    {
        chosen[(person, Fold(text))] = track;
        return Task.CompletedTask;
    }

    public Task<TrackId?> ChosenAsync(PersonId person, string text, CancellationToken ct) =>
        Task.FromResult<TrackId?>(chosen.TryGetValue((person, Fold(text)), out var track) ? track : null);

    public Task<int> ForgetAsync(PersonId person, CancellationToken ct) => Task.FromResult(
        last.Keys.Count(key => key.Person == person && last.TryRemove(key, out _)) + chosen.Keys.Count(key => key.Person == person && chosen.TryRemove(key, out _)));

    static string Fold(string text) => text.Trim().ToUpperInvariant();
}
