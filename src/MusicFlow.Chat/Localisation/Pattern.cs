using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MusicFlow.Chat.Localisation;

/// <summary>One text with places for arguments, in one or two plural forms.</summary>
/// <param name="One">The form for exactly one.</param>
/// <param name="Other">The form for everything else.</param>
/// <remarks>A place is <c>{name}</c>, or <c>{name:format}</c> with a .NET format for numbers and dates.</remarks>
sealed record Pattern(string One, string Other)
{
    const string Count = "count";

    /// <summary>Whether there is a form for one and another for the rest.</summary>
    public bool HasPlural => !ReferenceEquals(One, Other);

    public static Pattern Of(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.String) return new Pattern(entry.GetProperty("one").GetString()!, entry.GetProperty("other").GetString()!);
        var text = entry.GetString()!;
        return new Pattern(text, text);
    }

    /// <summary>Names of the arguments of both forms, each once.</summary>
    public IEnumerable<string> Arguments => Places(One).Concat(Places(Other)).Select(place => place.Split(':')[0]).Distinct(StringComparer.Ordinal);

    public string Fill(ReadOnlySpan<(string Name, object Value)> arguments, CultureInfo culture)
    {
        var form = One;
        foreach (var (name, value) in arguments)
            if (name == Count && Convert.ToDouble(value, CultureInfo.InvariantCulture) is not 1)
                form = Other;
        if (!form.Contains('{', StringComparison.Ordinal)) return form;
        var text = new StringBuilder();
        for (var at = 0; at < form.Length;)
        {
            var open = form.IndexOf('{', at);
            if (open < 0) return text.Append(form, at, form.Length - at).ToString();
            var close = form.IndexOf('}', open);
            text.Append(form, at, open - at).Append(Written(arguments, form[(open + 1)..close], culture));
            at = close + 1;
        }
        return text.ToString();
    }

    static string? Written(ReadOnlySpan<(string Name, object Value)> arguments, string place, CultureInfo culture)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var (name, format) = colon < 0 ? (place, null) : (place[..colon], place[(colon + 1)..]);
        foreach (var argument in arguments)
            if (argument.Name == name)
                return argument.Value is IFormattable value ? value.ToString(format, culture) : argument.Value.ToString();
        throw new ArgumentException($"The text needs the argument {name}.", nameof(arguments));
    }

    static IEnumerable<string> Places(string form)
    {
        for (var open = form.IndexOf('{', StringComparison.Ordinal); open >= 0; open = form.IndexOf('{', open + 1))
            yield return form[(open + 1)..form.IndexOf('}', open)];
    }
}
