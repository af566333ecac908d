using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Core.Enrichment;

/// <summary>How the providers are asked, all together; each has a section of its own below this one.</summary>
public sealed partial class EnrichmentOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Providers";

    /// <summary>Nobody outside is asked; the catalogue alone answers. Default <see langword="false"/>.</summary>
    public bool Offline { get; set; }

    /// <summary>
    /// Names of the providers, separated by commas: the first one wins each fact and is asked first which track is meant. Those not named come behind, in the order of the default.
    /// Default: spotify, deezer, musicbrainz, itunes, reccobeats.
    /// </summary>
    public string Order { get; set; } = "spotify, deezer, musicbrainz, itunes, reccobeats";

    /// <summary>How long one question may wait for all providers together; what arrives later is stored and told later. Default 2.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:30")]
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How long the next provider waits for the one before to say which track is meant. Default 0.7 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:30")]
    public TimeSpan NextAfter { get; set; } = TimeSpan.FromSeconds(0.7);

    /// <summary>Longest time that late answers are waited for behind the reply. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LateBudget { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a provider that has answered for a track, or does not know it, is not asked for it again; and a text that nobody knows. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan MissTime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A mail or web address of whoever runs the bot, sent in the user agent. Default empty: then MusicBrainz, which demands one, is not asked.</summary>
    [StringLength(200), RegularExpression(@"[!-'*-\[\]-~ ]*", ErrorMessage = "Providers:Contact is sent in a header: write a mail or web address in plain letters, without brackets.")]
    public string Contact { get; set; } = "";

    /// <summary>The names of <see cref="Order"/>, lower case.</summary>
    internal IReadOnlyList<string> Names => Order.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<EnrichmentOptions>;
}
