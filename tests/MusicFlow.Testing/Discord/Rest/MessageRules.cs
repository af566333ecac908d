using System.Text.Json.Nodes;
using static MusicFlow.Testing.Discord.Rest.FieldRules;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>What Discord refuses in a message.</summary>
/// <remarks>Source: Discord documentation, resources/message, "Embed Limits", components/reference.</remarks>
static class MessageRules
{
    const int MostEmbedCharacters = 6000;

    /// <summary>Checks a message.</summary>
    /// <param name="message">The body.</param>
    /// <param name="files">Names of the files that came with it.</param>
    /// <param name="isEdit">Whether it changes a message, which may stay as it is.</param>
    public static void Check(JsonObject message, IReadOnlyList<string> files, bool isEdit)
    {
        Only(message, "", "content", "embeds", "components", "attachments", "allowed_mentions", "flags", "tts", "nonce", "enforce_nonce", "message_reference");
        Text(message, "content", "", 0, 2000);
        Text(message, "nonce", "", 0, 25);
        var characters = List(message, "embeds", "", 10).Select((embed, i) => Embed(embed, $"embeds.{i}", files)).Sum();
        if (characters > MostEmbedCharacters) throw DiscordFaultException.Form("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostEmbedCharacters}");
        ComponentRules.Check(List(message, "components", "", 5));
        Attachments(message, files);
        Mentions(message);
        var isEmpty = string.IsNullOrWhiteSpace((string?)message["content"]) && message["embeds"] is not JsonArray { Count: > 0 } && message["components"] is not JsonArray { Count: > 0 } && files.Count == 0;
        if (isEmpty && !isEdit) throw new DiscordFaultException(400, 50006, "Cannot send an empty message");
    }

    static int Embed(JsonObject embed, string path, IReadOnlyList<string> files)
    {
        Only(embed, path, "title", "url", "description", "color", "fields", "footer", "image", "thumbnail", "author", "timestamp", "type");
        var sum = Text(embed, "title", path, 0, 256) + Text(embed, "description", path, 0, 4096);
        if (embed["color"] is { } color && color.GetValue<int>() is < 0 or > 0xFFFFFF) throw DiscordFaultException.Form(Join(path, "color"), "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
        if (embed["url"] is { } url) Address(url, Join(path, "url"), files, isFile: false);
        foreach (var part in new[] { "image", "thumbnail" })
            if (embed[part] is JsonObject image)
                Address(image["url"], $"{path}.{part}.url", files, isFile: true);
        foreach (var (field, i) in List(embed, "fields", path, 25).Select((field, i) => (field, i)))
        {
            Only(field, $"{path}.fields.{i}", "name", "value", "inline");
            sum += Text(field, "name", $"{path}.fields.{i}", 1, 256) + Text(field, "value", $"{path}.fields.{i}", 1, 1024);
        }
        if (embed["footer"] is JsonObject footer) sum += Text(footer, "text", $"{path}.footer", 1, 2048);
        if (embed["author"] is JsonObject author) sum += Text(author, "name", $"{path}.author", 1, 256);
        return sum;
    }

    static void Address(JsonNode? url, string path, IReadOnlyList<string> files, bool isFile)
    {
        var text = (string?)url ?? throw DiscordFaultException.Form(path, "BASE_TYPE_REQUIRED", "This field is required");
        const string attachment = "attachment://";
        if (isFile && text.StartsWith(attachment, StringComparison.Ordinal) && files.Contains(text[attachment.Length..])) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw DiscordFaultException.Form(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    }

    static void Attachments(JsonObject message, IReadOnlyList<string> files)
    {
        var entries = List(message, "attachments", "", 10);
        foreach (var (entry, i) in entries.Select((entry, i) => (entry, i)))
        {
            Only(entry, $"attachments.{i}", "id", "filename", "description", "title", "waveform", "duration_secs", "is_spoiler");
            Text(entry, "description", $"attachments.{i}", 0, 1024);
            if (entry["filename"] is { } name && !files.Contains((string?)name)) throw DiscordFaultException.Form($"attachments.{i}.id", "ATTACHMENT_NOT_FOUND", "Attachment data not found");
        }
        if (files.Count > 10) throw DiscordFaultException.Form("files", "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
    }

    /// <summary>The real service would ping whom the text names; this one insists that nobody is.</summary>
    static void Mentions(JsonObject message)
    {
        if (message["allowed_mentions"] is not JsonObject { } allowed || allowed["parse"] is not JsonArray { Count: 0 })
            throw DiscordFaultException.Form("allowed_mentions", "EMULATOR_WANTS_NO_MENTIONS", "Send {\"parse\":[]}.");
    }
}
