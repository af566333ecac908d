using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using MusicFlow.Testing.Discord.Gateway;
using MusicFlow.Testing.Discord.Interactions;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord;

/// <summary>Discord on this machine: REST, gateway and signed interactions, as strict as the real one. Thread-safe.</summary>
public sealed class DiscordEmulator : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<RecordedRequest> requests = new();
    readonly Ed25519Signer signer = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    readonly InteractionBook interactions;
    readonly MessageBook messages;
    readonly RestCalls calls;
    readonly HttpClient http = new();

    DiscordEmulator(DiscordEmulatorOptions options, GatewayScript? script)
    {
        Options = options;
        Ids = new Snowflakes(options.Time);
        Gateway = new EmulatedGateway(options, script);
        Limits = new EmulatedLimits(options);
        interactions = new InteractionBook(options, Ids);
        messages = new MessageBook(Ids);
        calls = new RestCalls(this, interactions, messages);
        app = Build();
    }

    /// <summary>How it behaves.</summary>
    public DiscordEmulatorOptions Options { get; }

    /// <summary>Where clients find it, with the slash at the end.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>The key that signs interactions, 64 hexadecimal digits.</summary>
    public string PublicKey => signer.PublicKeyHex;

    /// <summary>Where interactions are posted; <see langword="null"/> to send them over the gateway.</summary>
    public Uri? InteractionsEndpoint { get; set; }

    /// <summary>The gateway.</summary>
    public EmulatedGateway Gateway { get; }

    /// <summary>The limits.</summary>
    public EmulatedLimits Limits { get; }

    /// <summary>Failures to come.</summary>
    public EmulatedFaults Faults { get; } = new();

    /// <summary>What came in.</summary>
    public IReadOnlyCollection<RecordedRequest> Requests => requests;

    /// <summary>What the emulator itself did wrong; empty, or it needs work.</summary>
    public ConcurrentQueue<string> Mistakes { get; } = [];

    /// <summary>The registered commands.</summary>
    public JsonArray Commands => calls.Commands;

    /// <summary>The messages in channels, without answers to interactions.</summary>
    public IReadOnlyList<EmulatedMessage> Messages => messages.All;

    /// <summary>Ends when every step of the script is done.</summary>
    public Task ScriptPlayedOut => Gateway.ScriptPlayedOut;

    internal Snowflakes Ids { get; }

    /// <summary>Starts one that plays a script on its gateway.</summary>
    public static Task<DiscordEmulator> StartAsync(Func<GatewayScript, GatewayScript> script, DiscordEmulatorOptions? options = null) => StartAsync(options, script(new GatewayScript()));

    /// <summary>Starts one that behaves like the real one.</summary>
    public static Task<DiscordEmulator> StartAsync(DiscordEmulatorOptions? options = null) => StartAsync(options, null);

    /// <summary>Lets a channel vanish.</summary>
    public void RemoveChannel(string channel) => messages.Gone[channel] = true;

    /// <summary>Somebody does something.</summary>
    /// <param name="interaction">Of <see cref="SomeInteraction"/>.</param>
    /// <param name="source">The message whose button was pressed.</param>
    public async Task<EmulatedInteraction> SendAsync(JsonObject interaction, EmulatedMessage? source = null)
    {
        var sent = interactions.Add(Addressed(interaction), source);
        if (InteractionsEndpoint is null) await Gateway.DispatchAsync("INTERACTION_CREATE", sent.Payload, (string?)sent.Payload["guild_id"]);
        else await PostAsync(InteractionsEndpoint, sent);
        return sent;
    }

    /// <summary>Sends an interaction a second time, as Discord may.</summary>
    public Task RepeatAsync(EmulatedInteraction interaction) => Gateway.DispatchAsync("INTERACTION_CREATE", interaction.Payload, (string?)interaction.Payload["guild_id"]);

    /// <summary>Somebody presses a button of a message.</summary>
    public Task<EmulatedInteraction> PressAsync(EmulatedMessage message, string button) => SendAsync(SomeInteraction.Press(message, button, Options), message);

    /// <summary>A request as Discord posts it, signed.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="body">The body.</param>
    /// <param name="timestamp">Its time; now where nothing is said.</param>
    public HttpRequestMessage SignedRequest(Uri endpoint, string body, string? timestamp = null)
    {
        var time = timestamp ?? Options.Time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = signer.Sign(System.Text.Encoding.UTF8.GetBytes(time + body));
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        request.Headers.Add("X-Signature-Timestamp", time);
        return request;
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.Dispose();
        http.Dispose();
        await app.DisposeAsync();
    }

    static async Task<DiscordEmulator> StartAsync(DiscordEmulatorOptions? options, GatewayScript? script)
    {
        var emulator = new DiscordEmulator(options ?? new(), script);
        await emulator.app.StartAsync();
        var address = new Uri(emulator.app.Urls.First());
        emulator.BaseAddress = new Uri(address, "api/v10/");
        emulator.Gateway.Address = new UriBuilder(address) { Scheme = "ws", Path = "gateway/" }.Uri;
        return emulator;
    }

    WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{Options.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 25 * 1024 * 1024);
        var host = builder.Build();
        host.UseWebSockets();
        host.Map("/gateway/", context => Gateway.ServeAsync(context, isResume: false));
        host.Map("/gateway/resume", context => Gateway.ServeAsync(context, isResume: true));
        host.MapControl(this);
        calls.Map(host, new RestApi(Options, (Limits, Faults), requests.Enqueue, Mistakes.Enqueue));
        return host;
    }

    JsonObject Addressed(JsonObject interaction)
    {
        var payload = interaction.DeepClone().AsObject();
        payload["id"] = Ids.Next();
        payload["application_id"] = Options.ApplicationId;
        payload["token"] = $"interaction-token-{Ids.Next()}";
        if (Options.IsValidating) JsonSchemas.Check("APIInteraction", payload);
        return payload;
    }

    async Task PostAsync(Uri endpoint, EmulatedInteraction interaction)
    {
        using var request = SignedRequest(endpoint, interaction.Payload.ToJsonString());
        using var response = await http.SendAsync(request);
        if ((int)response.StatusCode != 202) throw new InvalidOperationException($"The endpoint answered with {(int)response.StatusCode}.");
    }
}
