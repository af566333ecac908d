using System.Text.Json;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Knows the property names of every kind of history row.</summary>
internal static class RowFields
{
    const int LongestName = 33;

    /// <summary>The field that the current property name means; <see cref="RowField.None"/> for one of no interest.</summary>
    public static RowField Of(ref Utf8JsonReader json)
    {
        if (!json.ValueIsEscaped) return Of(json.ValueSpan);
        if (json.ValueSpan.Length > LongestName * 6) return RowField.None;
        Span<byte> name = stackalloc byte[LongestName * 6];
        try
        {
            return Of(name[..json.CopyString(name)]);
        }
        catch (InvalidOperationException)
        {
            return RowField.None;   // not valid Unicode, so none of our names
        }
    }

    // By length first: a row of an extended export has 21 to 24 properties, and most are of no interest.
    static RowField Of(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("ts"u8) => RowField.Timestamp,
        7 when name.SequenceEqual("endTime"u8) => RowField.EndTime,
        8 when name.SequenceEqual("msPlayed"u8) => RowField.MsPlayed,
        9 when name.SequenceEqual("ms_played"u8) => RowField.MsPlayed,
        9 when name.SequenceEqual("trackName"u8) => RowField.Title,
        10 when name.SequenceEqual("artistName"u8) => RowField.Artist,
        10 when name.SequenceEqual("searchTime"u8) => RowField.Search,
        11 when name.SequenceEqual("podcastName"u8) => RowField.Podcast,
        11 when name.SequenceEqual("searchQuery"u8) => RowField.Search,
        12 when name.SequenceEqual("episode_name"u8) => RowField.Episode,
        13 when name.SequenceEqual("audiobookName"u8) => RowField.Audiobook,
        13 when name.SequenceEqual("audiobook_uri"u8) => RowField.Audiobook,
        14 when name.SequenceEqual("incognito_mode"u8) => RowField.Incognito,
        15 when name.SequenceEqual("audiobook_title"u8) => RowField.Audiobook,
        17 when name.SequenceEqual("spotify_track_uri"u8) => RowField.TrackUri,
        19 when name.SequenceEqual("spotify_episode_uri"u8) => RowField.Episode,
        26 when name.SequenceEqual("master_metadata_track_name"u8) => RowField.Title,
        32 when name.SequenceEqual("master_metadata_album_album_name"u8) => RowField.Album,
        33 when name.SequenceEqual("master_metadata_album_artist_name"u8) => RowField.Artist,
        _ => RowField.None,
    };
}
