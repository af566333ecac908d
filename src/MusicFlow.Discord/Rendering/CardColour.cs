using System.Diagnostics;
using MusicFlow.Chat;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Discord.Rendering;

/// <summary>The coloured edge of a card. Says nothing that the words do not say.</summary>
static class CardColour
{
    const int Brand = 0x5B6CFF;
    const int Question = 0xE0A030;
    const int Trouble = 0xD1495B;

    /// <summary>The colour of a reply, 0xRRGGBB: by what it promises, else by what became of the command.</summary>
    public static int Of(Reply reply) => reply switch
    {
        { Verdict: { } level } => Of(level),
        { Kind: ReplyKind.Answered } => Brand,
        { Kind: ReplyKind.Broken } => Trouble,
        _ => Question,
    };

    /// <summary>From cool to warm, even in steps.</summary>
    static int Of(VerdictLevel level) => level switch
    {
        VerdictLevel.Grower => 0x6B7A90,
        VerdictLevel.Nice => 0x3C8DBC,
        VerdictLevel.Cool => 0x2FA58A,
        VerdictLevel.Discovery => 0xE0A030,
        VerdictLevel.Banger => 0xF2545B,
        _ => throw new UnreachableException(),
    };
}
