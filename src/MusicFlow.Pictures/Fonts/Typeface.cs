namespace MusicFlow.Pictures.Fonts;

/// <summary>A font and the one that helps out where it has no glyph. Immutable, thread-safe.</summary>
internal sealed class Typeface
{
    static readonly Lazy<Font> RegularFont = new(() => Load("DejaVuSans.ttf"));
    static readonly Lazy<Font> BoldFont = new(() => Load("DejaVuSans-Bold.ttf"));
    static readonly Lazy<Typeface> RegularFace = new(() => new(RegularFont.Value, BoldFont.Value));
    static readonly Lazy<Typeface> BoldFace = new(() => new(BoldFont.Value, RegularFont.Value));

    readonly Font fallback;

    Typeface(Font font, Font fallback) => (Font, this.fallback) = (font, fallback);

    /// <summary>DejaVu Sans.</summary>
    public static Typeface Regular => RegularFace.Value;

    /// <summary>DejaVu Sans Bold.</summary>
    public static Typeface Bold => BoldFace.Value;

    public Font Font { get; }

    /// <summary>The glyph of a character and its font; <see langword="null"/> where neither has one.</summary>
    public (Font Font, int Glyph)? Find(int character)
    {
        if (Font.GlyphOf(character) is var own and > 0) return (Font, own);
        return fallback.GlyphOf(character) is var other and > 0 ? (fallback, other) : null;
    }

    static Font Load(string name)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"The font {name} is missing.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new(file);
    }
}
