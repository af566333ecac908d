using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>The colours of a theme. Every text colour has a contrast of at least 4.5 : 1 to the ground (WCAG 2.2 AA); a test holds it.</summary>
internal sealed class Palette
{
    readonly Colour[] accents;

    Palette(Colour[] accents) => this.accents = accents;

    public static Palette Dark { get; } = new([Colour.Hex(0x9DB2CE), Colour.Hex(0x4CC9D6), Colour.Hex(0x6FD08C), Colour.Hex(0xF9B44D), Colour.Hex(0xFF6F91)])
    {
        Ground = Colour.Hex(0x15161C),
        Raised = Colour.Hex(0x20222B),
        Groove = Colour.Hex(0x2E313D),
        Text = Colour.Hex(0xF4F5F8),
        Muted = Colour.Hex(0xA9AEBC),
        Up = Colour.Hex(0x4CC9A4),
        Down = Colour.Hex(0xF58A6B),
        Brand = Colour.Hex(0x93A2FF),
    };

    public static Palette Light { get; } = new([Colour.Hex(0x4A6078), Colour.Hex(0x0B7285), Colour.Hex(0x1D7A3E), Colour.Hex(0xA65200), Colour.Hex(0xC81D56)])
    {
        Ground = Colour.Hex(0xFBFAF8),
        Raised = Colour.Hex(0xF1EFEB),
        Groove = Colour.Hex(0xE0DDD7),
        Text = Colour.Hex(0x1B1C22),
        Muted = Colour.Hex(0x5E626E),
        Up = Colour.Hex(0x0B7A5B),
        Down = Colour.Hex(0xB5431F),
        Brand = Colour.Hex(0x4A56C8),
    };

    /// <summary>Background of the picture.</summary>
    public required Colour Ground { get; init; }

    /// <summary>A field on the background.</summary>
    public required Colour Raised { get; init; }

    /// <summary>The empty part of bars, rings of charts.</summary>
    public required Colour Groove { get; init; }

    /// <summary>What matters most.</summary>
    public required Colour Text { get; init; }

    /// <summary>What may be read second.</summary>
    public required Colour Muted { get; init; }

    /// <summary>What raises a prediction.</summary>
    public required Colour Up { get; init; }

    /// <summary>What lowers a prediction.</summary>
    public required Colour Down { get; init; }

    /// <summary>The strong colour of pictures without a verdict.</summary>
    public required Colour Brand { get; init; }

    public static Palette Of(Theme theme) => theme is Theme.Light ? Light : Dark;

    /// <summary>The one strong colour of a picture.</summary>
    public Colour Accent(VerdictLevel verdict) => accents[(int)verdict];
}
