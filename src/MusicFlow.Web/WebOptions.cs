using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Web;

/// <summary>Settings of the HTTP API and the pages.</summary>
public sealed partial class WebOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Web";

    /// <summary>Requests that one client may make in the long run, per minute; 0 lifts the limit. A client is an IPv4 address or an IPv6 /64 network. Default 120.</summary>
    [Range(0, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 120;

    /// <summary>Requests that a client may make at once after a pause. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; set; } = 60;

    /// <summary>Networks such as <c>10.0.0.0/8</c> whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed; empty believes nobody.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>Where people read about this installation; <see langword="null"/> for its own page <c>/about/</c>.</summary>
    public Uri? ProjectUrl { get; set; }

    /// <summary>Conversations kept in memory for the try-it page; the one longest unused goes first. Default 500.</summary>
    [Range(1, 100_000)]
    public int Conversations { get; set; } = 500;

    /// <summary>Answers kept of each conversation. Default 30.</summary>
    [Range(1, 500)]
    public int AnswersPerConversation { get; set; } = 30;

    /// <summary>Bytes of pictures kept in memory; the one longest unused goes first. Default 24 MiB.</summary>
    [Range(1 << 20, 1 << 30)]
    public int PictureBytes { get; set; } = 24 << 20;

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<WebOptions>;
}
