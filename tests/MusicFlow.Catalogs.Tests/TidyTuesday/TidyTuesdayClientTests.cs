using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Catalogs.TidyTuesday;

namespace MusicFlow.Catalogs.Tests.TidyTuesday;

public sealed class TidyTuesdayClientTests : IDisposable
{
    static readonly byte[] Content = Encoding.UTF8.GetBytes("track_name,track_artist\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Song {i},Artist\n")));

    readonly string folder = Directory.CreateTempSubdirectory("musicflow-test-").FullName;
    readonly HttpClient http = new() { Timeout = Timeout.InfiniteTimeSpan };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Target => Path.Combine(folder, "new", "songs.csv");

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_whole_file_is_put_in_place_with_its_hash_and_progress()
    {
        await using var server = await ServeAsync(context => context.Response.Body.WriteAsync(Content, Ct).AsTask());
        var seen = new List<DownloadProgress>();

        var file = await Client(server, options => options.Sha256 = Convert.ToHexString(SHA256.HashData(Content))).DownloadAsync(Target, new Seen(seen), Ct);

        Assert.Equal(Content, await File.ReadAllBytesAsync(Target, Ct));
        Assert.Equal((Target, Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content))), (file.Path, file.Bytes, file.Sha256));
        Assert.Equal(Content.Length, seen[^1].Received);
        Assert.Equal(seen.OrderBy(step => step.Received), seen);
        AssertNothingElse();
    }

    [Fact]
    public async Task A_redirect_is_followed()
    {
        await using var server = await ServeAsync(context =>
        {
            if (context.Request.Path == "/moved")
                return context.Response.Body.WriteAsync(Content, Ct).AsTask();
            context.Response.Redirect("/moved");
            return Task.CompletedTask;
        });

        Assert.Equal(Content.Length, (await Client(server).DownloadAsync(Target, null, Ct)).Bytes);
    }

    [Fact]
    public async Task A_file_with_another_hash_is_deleted_and_the_old_one_stays()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        await File.WriteAllTextAsync(Target, "old", Ct);
        await using var server = await ServeAsync(context => context.Response.Body.WriteAsync(Content, Ct).AsTask());

        var error = await Assert.ThrowsAsync<DownloadException>(() => Client(server, options => options.Sha256 = new string('0', 64)).DownloadAsync(Target, null, Ct));

        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(Target, Ct));
        AssertNothingElse();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task What_the_server_refuses_is_said(int status)
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        await AssertFailsAsync(server, $"answered {status}");
    }

    [Fact]
    public async Task A_file_cut_off_is_no_file()
    {
        await using var server = await ServeAsync(async context =>
        {
            context.Response.ContentLength = Content.Length;
            await context.Response.Body.WriteAsync(Content.AsMemory(0, 1_000), Ct);
            await context.Response.Body.FlushAsync(Ct);
            context.Abort();
        });

        await AssertFailsAsync(server, "broke off");
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up()
    {
        await using var server = await ServeAsync(async context =>
        {
            await context.Response.Body.WriteAsync(Content.AsMemory(0, 1_000), Ct);
            await context.Response.Body.FlushAsync(Ct);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await AssertFailsAsync(server, "silent", options => options.Timeout = TimeSpan.FromMilliseconds(300));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_too_large_is_stopped_announced_or_not(bool isAnnounced)
    {
        await using var server = await ServeAsync(context =>
        {
            if (isAnnounced)
                context.Response.ContentLength = Content.Length;
            return context.Response.Body.WriteAsync(Content, Ct).AsTask();
        });

        await AssertFailsAsync(server, "larger than", options => options.MaxBytes = 100_000);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said()
    {
        var server = await ServeAsync(_ => Task.CompletedTask);
        var client = Client(server);
        await server.DisposeAsync();

        var error = await Assert.ThrowsAsync<DownloadException>(() => client.DownloadAsync(Target, null, Ct));

        Assert.Contains("127.0.0.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await using var server = await ServeAsync(async context =>
        {
            await context.Response.Body.WriteAsync(Content.AsMemory(0, 1_000), Ct);
            await context.Response.Body.FlushAsync(Ct);
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).DownloadAsync(Target, null, cancel.Token));

        AssertNothingElse(isThere: false);
    }

    [Theory]
    [InlineData("file:///etc/hostname")]
    [InlineData("songs.csv")]
    public async Task An_address_that_is_not_on_the_web_names_its_setting(string address)
    {
        var options = new TidyTuesdayOptions { Address = new Uri(address, UriKind.RelativeOrAbsolute) };

        var error = await Assert.ThrowsAsync<DownloadException>(() => new TidyTuesdayClient(http, Options.Create(options)).DownloadAsync(Target, null, Ct));

        Assert.Contains("Catalogs:TidyTuesday:Address", error.Message, StringComparison.Ordinal);
        AssertNothingElse(isThere: false);
    }

    async Task AssertFailsAsync(WebApplication server, string part, Action<TidyTuesdayOptions>? change = null)
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => Client(server, change).DownloadAsync(Target, null, Ct));

        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        AssertNothingElse(isThere: false);
    }

    void AssertNothingElse(bool isThere = true) =>
        Assert.Equal(isThere ? [Target] : [], Directory.GetFiles(folder, "*", SearchOption.AllDirectories));

    TidyTuesdayClient Client(WebApplication server, Action<TidyTuesdayOptions>? change = null)
    {
        var options = new TidyTuesdayOptions { Address = new Uri(server.Urls.First() + "/spotify_songs.csv"), Timeout = TimeSpan.FromSeconds(20) };
        change?.Invoke(options);
        return new TidyTuesdayClient(http, Options.Create(options));
    }

    static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(Ct);
        return server;
    }

    sealed class Seen(List<DownloadProgress> steps) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => steps.Add(value);
    }
}
