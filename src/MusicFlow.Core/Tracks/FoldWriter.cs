using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>Writes the folded form of one text into a buffer, character by character.</summary>
internal ref struct FoldWriter(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>A character grows at most to <c>and</c> with a space on both sides.</summary>
    public const int MostPerCharacter = 5;

    readonly ReadOnlySpan<char> text = text;
    readonly Span<char> buffer = buffer;
    int length;

    public string Fold()
    {
        for (var i = 0; i < text.Length; i++)
            Add(i);
        return new string(buffer[..length].TrimEnd(' '));
    }

    void Add(int i)
    {
        var character = text[i];
        if (char.IsAsciiLetterOrDigit(character))
            Put((char)(character | 0x20));                       // digits have that bit already
        else if (character is '\'' or '"' or '`' or '´' or '‘' or '’' or '‚' or '‛' or '“' or '”' or '„' or '′' or 'ʼ' or 'ʻ' or '\u00AD' or '\u200B' or '\u200D')
            return;
        else if (character == '&' || (character == '+' && IsSpace(i - 1) && IsSpace(i + 1)))
            PutWord("and");
        else if (character == '$' && (IsLetter(i - 1) || IsLetter(i + 1)))
            Put('s');                                            // A$AP, Ke$ha
        else if (character == '!' && IsLetter(i - 1) && IsLetter(i + 1))
            Put('i');                                            // P!nk
        else if (character == '.' && IsLetter(i - 1) && !IsWordCharacter(i - 2))
            return;                                              // R.E.M., M.I.A.
        else if (IsWordCharacter(i))
            PutLetter(character);
        else
            PutSpace();
    }

    void PutLetter(char character)
    {
        character = char.ToLowerInvariant(character);
        switch (character)
        {
            case 'ø': Put('o'); break;
            case 'ł': Put('l'); break;
            case 'đ' or 'ð': Put('d'); break;
            case 'ħ': Put('h'); break;
            case 'ŧ': Put('t'); break;
            case 'ı': Put('i'); break;
            case 'ŋ': Put('n'); break;
            case 'ς': Put('σ'); break;
            case 'ß' or 'ẞ': Put('s'); Put('s'); break;
            case 'æ': Put('a'); Put('e'); break;
            case 'œ': Put('o'); Put('e'); break;
            case 'þ': Put('t'); Put('h'); break;
            default: Put(character); break;
        }
    }

    void PutWord(string word)
    {
        PutSpace();
        foreach (var letter in word)
            Put(letter);
        PutSpace();
    }

    void PutSpace()
    {
        if (length > 0 && buffer[length - 1] != ' ')
            Put(' ');
    }

    void Put(char character) => buffer[length++] = character;

    readonly bool IsSpace(int i) => i >= 0 && i < text.Length && text[i] == ' ';

    readonly bool IsLetter(int i) => i >= 0 && i < text.Length && char.IsLetter(text[i]);

    /// <summary>A letter, digit or mark of any script; half of a surrogate pair counts when the pair does.</summary>
    readonly bool IsWordCharacter(int i)
    {
        if (i < 0 || i >= text.Length)
            return false;
        var character = text[i];
        if (char.IsLowSurrogate(character) && i > 0)
            i--;
        else if (!char.IsHighSurrogate(character))
            return IsWord(CharUnicodeInfo.GetUnicodeCategory(character));
        return i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && IsWord(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[i], text[i + 1])));
    }

    static bool IsWord(UnicodeCategory category) => category is <= UnicodeCategory.OtherNumber;
}
