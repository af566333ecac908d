using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MusicFlow.Chat.Localisation;

/// <summary>One text with places for arguments, in one or two plural forms.</summary>
/// <param name="One">The form for exactly one.</param>
/// <param name="Other">The form for everything else.</param>
sealed record Pattern(string One, string Other)
{
    const string Count = "count";

    public static Pattern Of(JsonElement entry) => entry.ValueKind == JsonValueKind.String
        ? new Pattern(entry.GetString()!, entry.GetString()!)
        : new Pattern(entry.GetProperty("one").GetString()!, entry.GetProperty("other").GetString()!);

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
            text.Append(form, at, open - at).Append(culture, $"{Value(arguments, form[(open + 1)..close])}");
            at = close + 1;
        }
        return text.ToString();
    }

    static object Value(ReadOnlySpan<(string Name, object Value)> arguments, string name)
    {
        foreach (var argument in arguments)
            if (argument.Name == name)
                return argument.Value;
        throw new ArgumentException($"The text needs the argument {name}.", nameof(arguments));
    }
}
