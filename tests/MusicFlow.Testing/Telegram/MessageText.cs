using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>The text of a message, parsed, trimmed and measured as the service does it.</summary>
internal static class MessageText
{
    const int LongestText = 4096;
    const int LongestCaption = 1024;

    /// <summary>Puts a text with its entities into a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="field"><c>text</c> or <c>caption</c>.</param>
    /// <param name="body">The call's parameters.</param>
    public static void Write(JsonObject message, string field, JsonObject body)
    {
        var parsed = Parse(body[field]?.GetValue<string>() ?? "", body["parse_mode"]?.GetValue<string>());
        var entities = field == "text" ? "entities" : "caption_entities";
        Check(parsed.Text, field);
        message.Remove(field);
        message.Remove(entities);
        if (parsed.Text.Length > 0) message[field] = parsed.Text;
        if (parsed.Entities.Count > 0) message[entities] = parsed.Entities;
    }

    /// <exception cref="ApiRefusedException">400: it cannot be parsed.</exception>
    public static ParsedText Parse(string text, string? mode)
    {
        if (text.Any(char.IsSurrogate) && !IsUtf16(text)) throw ApiRefusedException.Bad("strings must be encoded in UTF-8");
        var parsed = mode switch
        {
            null => new ParsedText(text, []),
            "HTML" => HtmlEntities.Parse(text),
            _ => throw ApiRefusedException.Bad($"emulator: parse mode {mode} is not served"),
        };
        return Trimmed(parsed);
    }

    /// <exception cref="ApiRefusedException">400: too long or empty.</exception>
    public static void Check(string text, string field)
    {
        if (field == "caption" && text.Length > LongestCaption) throw ApiRefusedException.Bad("message caption is too long");
        if (field == "text" && text.Length > LongestText) throw ApiRefusedException.Bad("message is too long");
        if (field == "text" && text.Length == 0) throw ApiRefusedException.Bad("message text is empty");
    }

    static bool IsUtf16(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (!char.IsHighSurrogate(text[at]) || ++at == text.Length || !char.IsLowSurrogate(text[at])) return false;
        }
        return true;
    }

    /// <summary>Blanks at both ends go, and the entities with them.</summary>
    static ParsedText Trimmed(ParsedText parsed)
    {
        var cleaned = new string([.. parsed.Text.Select(letter => letter < ' ' && letter != '\n' ? ' ' : letter)]);
        var start = cleaned.Length - cleaned.TrimStart().Length;
        var text = cleaned.Trim();
        var kept = new JsonArray();
        foreach (var entity in parsed.Entities.Select(entity => entity!.DeepClone().AsObject()))
        {
            var (from, to) = (Math.Clamp((int)entity["offset"]! - start, 0, text.Length), Math.Clamp((int)entity["offset"]! + (int)entity["length"]! - start, 0, text.Length));
            if (to <= from) continue;
            (entity["offset"], entity["length"]) = (from, to - from);
            kept.Add(entity);
        }
        return new ParsedText(text, kept);
    }
}
