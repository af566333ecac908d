using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord.Interactions;

/// <summary>All interactions and the rules of answering them. Thread-safe.</summary>
/// <remarks>Source: Discord documentation, interactions/receiving-and-responding.</remarks>
sealed class InteractionBook(DiscordEmulatorOptions options, Snowflakes ids)
{
    static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    readonly ConcurrentDictionary<string, EmulatedInteraction> byToken = new(StringComparer.Ordinal);

    /// <summary>Remembers an interaction that is about to be sent.</summary>
    public EmulatedInteraction Add(JsonObject payload, EmulatedMessage? source)
    {
        var interaction = new EmulatedInteraction(payload, options.Time.GetUtcNow(), source);
        byToken[interaction.Token] = interaction;
        return interaction;
    }

    /// <summary>Takes the first answer.</summary>
    public JsonNode? Answer(string id, string token, RequestBody body)
    {
        if (!byToken.TryGetValue(token, out var interaction) || interaction.Id != id) throw new DiscordFaultException(404, 10062, "Unknown interaction");
        lock (interaction)
        {
            if (interaction.AnswerType is not null) throw new DiscordFaultException(400, 40060, "Interaction has already been acknowledged.");
            var now = options.Time.GetUtcNow();
            if (now - interaction.SentAt > FirstAnswer) throw new DiscordFaultException(404, 10062, "Unknown interaction");
            var type = AnswerRules.Check(interaction, body, options.IsValidating);
            var message = type is 4 or 5 ? NewMessage(interaction, IsEphemeral(body.Object["data"])) : null;
            if (type is 4) message!.Take(body with { Json = body.Object["data"]!.DeepClone() }, isEdit: false);
            interaction.Answer(type, now, message, body.Object["data"]?["choices"]?.DeepClone().AsArray());
            if (options.IsForgetting && type is 4 or 8) byToken.TryRemove(token, out _);
            return null;
        }
    }

    public EmulatedMessage Original(string token) => Answered(token).Original ?? throw new DiscordFaultException(404, 10008, "Unknown Message");

    public EmulatedMessage EditOriginal(string token, RequestBody body)
    {
        var interaction = Answered(token);
        Validate(body);
        var message = interaction.EditOriginal(body);
        if (options.IsForgetting) byToken.TryRemove(token, out _);
        return message;
    }

    public void DeleteOriginal(string token) => Answered(token).DeleteOriginal();

    public EmulatedMessage FollowUp(string token, RequestBody body)
    {
        var interaction = Answered(token);
        Validate(body);
        var message = NewMessage(interaction, IsEphemeral(body.Object));
        message.Take(body, isEdit: false);
        interaction.FollowUp(message);
        return message;
    }

    EmulatedInteraction Answered(string token)
    {
        if (!byToken.TryGetValue(token, out var interaction) || interaction.AnswerType is null) throw new DiscordFaultException(404, 10015, "Unknown Webhook");
        if (options.Time.GetUtcNow() - interaction.SentAt > TokenLife) throw new DiscordFaultException(401, 50027, "Invalid Webhook Token");
        return interaction;
    }

    EmulatedMessage NewMessage(EmulatedInteraction interaction, bool isEphemeral) => new(ids.Next(), (string)interaction.Payload["channel_id"]!) { IsEphemeral = isEphemeral };

    void Validate(RequestBody body)
    {
        if (options.IsValidating && JsonSchemas.Errors("MessageCreateRequestSchema", body.Object) is { Count: > 0 } errors) throw DiscordFaultException.Form("", "SCHEMA", string.Join("; ", errors));
    }

    static bool IsEphemeral(JsonNode? message) => (((int?)message?["flags"] ?? 0) & 64) != 0;
}
