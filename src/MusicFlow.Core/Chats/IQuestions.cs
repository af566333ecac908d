using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Chats;

/// <summary>What a person asked for last in a chat, and which song they meant by a text. Outlives restarts. Thread-safe.</summary>
/// <remarks>Only the last question of a person in a chat is kept, so that "Wrong song?" and <c>/why</c> know what they are about.</remarks>
public interface IQuestions
{
    /// <summary>How long a question is kept; an older one is no longer told, and deleted when the next one is asked by anybody.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Keeps a question in the place of the person's earlier one in this chat.</summary>
    Task KeepAsync(ChatAddress chat, PersonId person, Question question, CancellationToken ct);

    /// <summary>The person's last question in this chat, or <see langword="null"/>.</summary>
    Task<Question?> LastAsync(ChatAddress chat, PersonId person, CancellationToken ct);

    /// <summary>Remembers which track a person means by a text, for all chats of that person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="text">The text as asked; letters, marks and spaces are folded.</param>
    /// <param name="track">The track that they picked.</param>
    /// <param name="ct">Cancels.</param>
    Task ChooseAsync(PersonId person, string text, TrackId track, CancellationToken ct);

    /// <summary>The track a person picked for a text, or <see langword="null"/>.</summary>
    Task<TrackId?> ChosenAsync(PersonId person, string text, CancellationToken ct);

    /// <summary>Forgets a person's questions and choices in every chat.</summary>
    /// <returns>How many rows there were.</returns>
    Task<int> ForgetAsync(PersonId person, CancellationToken ct);
}

/// <summary>One question.</summary>
/// <param name="Text">What was asked, at most <see cref="TrackQuery.LongestText"/> characters.</param>
/// <param name="Track">The track that was answered; <see langword="null"/> when none was found or several were offered.</param>
/// <param name="At">When it was asked.</param>
public sealed record Question(string Text, TrackId? Track, DateTimeOffset At);
