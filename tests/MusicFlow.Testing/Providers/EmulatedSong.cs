namespace MusicFlow.Testing.Providers;

/// <summary>A song as the emulated providers know it.</summary>
/// <param name="Number">Its place on the shelf, from 1; all ids are made from it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist.</param>
public sealed record EmulatedSong(int Number, string Title, string Artist)
{
    public string Album { get; init; } = "Night Ferries";

    public string Released { get; init; } = "2015-07-17";

    public string Genre { get; init; } = "indie rock";

    public int DurationMs { get; init; } = 216_320;

    public bool Explicit { get; init; }

    public int Popularity { get; init; } = 64;

    /// <summary>Deezer's own figure, 0 = unknown.</summary>
    public double Bpm { get; init; } = 116.9;

    public double Danceability { get; init; } = 0.64;

    public double Energy { get; init; } = 0.74;

    public double Valence { get; init; } = 0.785;

    public string Isrc { get; init; } = FormattableString.Invariant($"QZEMU{2_500_000 + Number:0000000}");

    public string SpotifyId => FormattableString.Invariant($"{Number:00000}EmulatedSpotifyId");

    public long DeezerId => 3_000_000 + Number;

    public long AppleId => 1_400_000_000 + Number;

    public string MusicBrainzId => FormattableString.Invariant($"00000000-0000-4000-8000-{Number:000000000000}");

    public string ReleaseId => FormattableString.Invariant($"00000000-0000-4000-9000-{Number:000000000000}");
}
