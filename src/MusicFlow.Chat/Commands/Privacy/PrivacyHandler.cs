using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands.Privacy;

/// <summary>Answers <c>/privacy</c>: what is stored, for how long, and how to delete it; deletes it when asked twice.</summary>
sealed class PrivacyHandler(IQuestions questions, ITopSongs top, IChatSettings settings) : ICommandHandler
{
    const string Forget = "forget";
    const string ForgetForSure = "forget yes";

    public static CommandSpec Spec { get; } = new("privacy", Texts.PrivacySummary, Answer.Private)
    {
        Options = [new("action", Texts.PrivacyOption) { Choices = [Forget] }],
        Examples = ["", Forget],
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => call.Text.ToLowerInvariant() switch
    {
        "" => Policy(call.Words),
        Forget => Private(call.Words[Texts.ForgetAsk]) with { Buttons = [Button(call.Words[Texts.ButtonForgetForSure], ForgetForSure)] },
        ForgetForSure => Private(call.Words.Say(Texts.Forgotten, ("count", await ForgetAsync(call, ct)))) with { ReplacesSource = call.Message.IsPress },
        _ => Replies.Usage(call),
    };

    /// <summary>What a private chat keeps is its person's too.</summary>
    async Task<int> ForgetAsync(CommandCall call, CancellationToken ct)
    {
        var rows = await questions.ForgetAsync(call.Caller.Id, ct);
        if (!call.Message.IsPrivate) return rows;
        await settings.SetAsync(call.Chat, new ChatSettings(), ct);
        return rows + await top.ResetAsync(call.Chat, ct);
    }

    static Reply Policy(Language words) => new([
        new Block.Title(words[Texts.PrivacyTitle]),
        new Block.Text(words[Texts.PrivacyIntro]),
        new Block.Lines([words.Say(Texts.PrivacyQuestion, ("count", (int)IQuestions.KeptFor.TotalDays)), words[Texts.PrivacyPicks], words[Texts.PrivacyTop], words[Texts.PrivacySettings]]),
        new Block.Text(words[Texts.PrivacyNever]),
        new Block.Footer(words[Texts.PrivacyDelete]),
    ])
    {
        IsPrivate = true,
        Buttons = [Button(words[Texts.ButtonForget], Forget)],
    };

    static Reply Private(string text) => Replies.Private(text, ReplyKind.Answered);

    static Button Button(string label, string action) => new(label, $"/{Spec.Name} {action}");
}
