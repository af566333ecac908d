using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Web.Tests;

/// <summary>The site on a real server on a free port of this machine, with a catalogue in memory and the model that comes with the program.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    static readonly ModelRegistry Models = new(Path.Combine(AppContext.BaseDirectory, "models"), "none");
    static readonly Predictor Model = new(Models.Load());

    readonly WebApplication app;

    TestSite(WebApplication app)
    {
        this.app = app;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public HttpClient Client { get; }

    public Uri Address { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The song of the seed's own example.</summary>
    public static TrackFacts TheSong { get; } = Some.Track("The Less I Know The Better", "Tame Impala") with
    {
        Album = Some.Fact("Currents"),
        SpotifyId = Some.Fact("6K4t31amVTZDgR3sKmwUJJ"),
        Isrc = Some.Fact("AUUM71500303"),
        Explicit = Some.Fact(true),
        Popularity = Some.Fact(83d),
        LoudnessDb = Some.Fact(-4.083),
        Speechiness = Some.Fact(0.0284),
    };

    public static async Task<TestSite> StartAsync(IEnumerable<TrackFacts>? tracks = null, Dictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync([.. tracks ?? [TheSong]], TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? new() { ["Web:RequestsPerMinute"] = "0" });
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ITrackCatalog>(catalog)
            .AddSingleton<TrackFinder>()
            .AddSingleton(Model)
            .AddSingleton(Models)
            .AddSingleton<ITopSongs, MemoryTopSongs>()
            .AddSingleton<IQuestions, MemoryQuestions>()
            .AddSingleton<IChatSettings, MemoryChatSettings>()
            .AddChat()
            .AddWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);
        var built = builder.Build();
        built.UseWeb();
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new TestSite(built);
    }

    /// <summary>A visitor's browser: it keeps cookies, asks for pages and follows no redirect.</summary>
    public HttpClient NewVisitor(string language = "en")
    {
        var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        visitor.DefaultRequestHeaders.Add("Accept", "text/html");
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<JsonElement> JsonAsync(string path) => await JsonAsync(await GetAsync(path));

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
