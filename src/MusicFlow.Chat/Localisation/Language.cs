using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace MusicFlow.Chat.Localisation;

/// <summary>Every text of the bot in one language, with its rules for numbers and plurals. Immutable.</summary>
/// <remarks>
/// A language is one embedded file <c>Localisation/&lt;code&gt;.json</c>: name → pattern, or name → <c>{"one": …, "other": …}</c> chosen by the
/// argument <c>count</c> (plural rules of English and German, Unicode CLDR). <c>{name}</c> stands for an argument. Names of songs and
/// artists are arguments, never texts.
/// </remarks>
public sealed class Language
{
    readonly FrozenDictionary<string, Pattern> patterns;

    Language(string code)
    {
        Code = code;
        Culture = CultureInfo.GetCultureInfo(code);
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(Language).Namespace}.{code}.json")!;
        using var json = JsonDocument.Parse(file);
        patterns = json.RootElement.EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => Pattern.Of(entry.Value), StringComparer.Ordinal);
    }

    /// <summary>English; the language of the command line and of whoever speaks none of <see cref="All"/>.</summary>
    public static Language English { get; } = new("en");

    /// <summary>All languages, English first.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, new("de")];

    /// <summary>Two-letter code, ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>How numbers and dates are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Names of all texts.</summary>
    internal IEnumerable<string> Names => patterns.Keys;

    internal Pattern PatternOf(string name) => patterns[name];

    /// <summary>A text without arguments.</summary>
    public string this[TextKey key] => Say(key);

    /// <summary>The language of a tag such as <c>de-AT</c>; English for an unknown or missing one.</summary>
    public static Language Of(string? tag) => All.FirstOrDefault(language => IsTag(tag, language.Code)) ?? English;

    /// <summary>Puts arguments into a text.</summary>
    /// <param name="key">The text.</param>
    /// <param name="arguments">Name and value of each; numbers are written in the language's culture; <c>count</c> chooses the plural.</param>
    public string Say(TextKey key, params ReadOnlySpan<(string Name, object Value)> arguments) => patterns[key.Name].Fill(arguments, Culture);

    static bool IsTag(string? tag, string code) =>
        tag is not null && tag.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (tag.Length == code.Length || tag[code.Length] is '-' or '_');
}
