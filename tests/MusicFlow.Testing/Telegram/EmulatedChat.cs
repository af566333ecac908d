using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>A chat that the bot may write to.</summary>
/// <param name="Id">Positive for a person, negative for a group.</param>
/// <param name="Type"><c>private</c>, <c>group</c> or <c>supergroup</c>.</param>
public sealed record EmulatedChat(long Id, string Type)
{
    /// <summary>Why nothing may be sent, such as <c>bot was blocked by the user</c>; <see langword="null"/> when all is well.</summary>
    public string? ClosedBecause { get; set; }

    /// <summary>The supergroup that it became.</summary>
    public long? MovedTo { get; set; }

    /// <summary>Topics that exist.</summary>
    public ISet<long> Topics { get; } = new HashSet<long>();

    /// <summary>Who runs the group.</summary>
    public ISet<long> Administrators { get; } = new HashSet<long>();

    /// <summary>Every message that stands in it, by number.</summary>
    public SortedDictionary<long, JsonObject> Messages { get; } = [];

    internal long NextMessage { get; set; } = 1;

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["type"] = Type };
        if (Type == "private") json["first_name"] = "Ada";
        else json["title"] = "Listeners";
        if (Topics.Count > 0) json["is_forum"] = true;
        return json;
    }
}

/// <summary>A person who writes to the bot.</summary>
public sealed record EmulatedUser(long Id = 4711, string FirstName = "Ada", string LanguageCode = "en")
{
    internal JsonObject ToJson() => new() { ["id"] = Id, ["is_bot"] = false, ["first_name"] = FirstName, ["language_code"] = LanguageCode };
}
