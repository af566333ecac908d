using System.Text.Json.Serialization;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol;

/// <summary>How the objects are written and read; generated when the project is built.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(GatewayCommand<int?>))]
[JsonSerializable(typeof(GatewayCommand<Identify>))]
[JsonSerializable(typeof(GatewayCommand<Resume>))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionAnswer))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
sealed partial class DiscordJson : JsonSerializerContext;
