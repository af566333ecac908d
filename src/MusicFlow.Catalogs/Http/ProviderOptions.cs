using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs.Http;

/// <summary>How one provider is asked: section <c>Providers:NAME</c> of the settings. Each provider has its own defaults.</summary>
public sealed partial class ProviderOptions
{
    /// <summary>Whether it is asked at all. Default <see langword="true"/>; Spotify also needs its keys, MusicBrainz an address of whoever runs the bot.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What its facts may be used for beyond being shown.</summary>
    public ModelUse UseForModel { get; set; } = ModelUse.Serve;

    /// <summary>Where it is reached, with a slash at the end.</summary>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>Most requests per second on average.</summary>
    [Range(0.01, 1000)]
    public double Rate { get; set; } = 5;

    /// <summary>Most requests at once after a pause.</summary>
    [Range(1, 1000)]
    public int Burst { get; set; } = 5;

    /// <summary>How long one request may take. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How old its facts may become before they are asked for again; they are served meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The section of a provider.</summary>
    internal static string SectionOf(string provider) => $"{EnrichmentOptions.Section}:{provider}";

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<ProviderOptions>;
}
