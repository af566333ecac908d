using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>The id of a recording in the local catalogue. Stable while the catalogue lives; another catalogue gives other ids.</summary>
/// <param name="Value">&gt; 0.</param>
public readonly record struct TrackId(long Value)
{
    /// <summary>The id as a person or a button writes it, such as <c>t:4711</c>; <see cref="TrackQuery"/> reads it as a link.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"t:{Value}");
}
