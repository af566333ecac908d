using System.Text.Json;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Turns the array of rows that every history file is into plays.</summary>
/// <param name="named">What the file's name promises; tells video from audio, whose rows look alike, and names an empty file.</param>
/// <param name="texts">Where equal texts become one string.</param>
/// <param name="latest">Plays that end later than this are absurd.</param>
/// <param name="plays">Where plays are appended.</param>
/// <param name="tally">What is counted.</param>
internal sealed class RowTokens(HistoryFileKind named, TextPool texts, DateTimeOffset latest, List<Play> plays, FileTally tally) : IExportTokens
{
    const int StrangeRows = 100;                    // after so many rows of no known shape the file is something else
    const long LongestMs = 24 * 60 * 60 * 1000;

    // Spotify AB was founded on this day; exports do contain plays of 1970, made by devices with a wrong clock.
    static readonly DateTimeOffset earliest = new(2006, 4, 23, 0, 0, 0, TimeSpan.Zero);

    HistoryFileKind? shape;
    ExportRow row;
    RowField field;

    public HistoryFileKind Kind =>
        shape ?? (tally.Rows == 0 || named == HistoryFileKind.AccountRecord ? named : HistoryFileKind.Other);

    public bool Enough { get; private set; }

    public void Read(ref Utf8JsonReader json)
    {
        while (!Enough && json.Read()) Accept(ref json);
    }

    void Accept(ref Utf8JsonReader json)
    {
        switch (json.CurrentDepth)
        {
            case 1:
                AcceptElement(json.TokenType);
                break;
            case 2 when json.TokenType == JsonTokenType.PropertyName:
                field = RowFields.Of(ref json);
                row.Seen |= field;
                break;
            case 2 when field != RowField.None && json.TokenType != JsonTokenType.Null:
                AcceptValue(ref json);
                break;
        }
    }

    void AcceptElement(JsonTokenType token)
    {
        if (token == JsonTokenType.StartObject) row = default;
        else if (token == JsonTokenType.EndObject) EndRow();
        else if (token != JsonTokenType.EndArray) tally.Skip(SkipReason.NotARow);
    }

    void EndRow()
    {
        var rowShape = row.Shape;
        if (rowShape == HistoryFileKind.ExtendedHistory && named == HistoryFileKind.VideoHistory) rowShape = HistoryFileKind.VideoHistory;
        if (rowShape != HistoryFileKind.Other) shape ??= rowShape;
        var fault = rowShape == HistoryFileKind.VideoHistory ? SkipReason.Video : row.Fault(earliest, latest);
        if (fault is { } reason)
        {
            tally.Skip(reason);
            Enough = shape == HistoryFileKind.SearchHistory || (shape is null && tally.Rows >= StrangeRows);
            return;
        }
        var play = row.ToPlay();
        tally.Count(play);
        plays.Add(play);
    }

    void AcceptValue(ref Utf8JsonReader json)
    {
        row.Filled |= field;
        row.Wrong &= ~field;                        // of two equal names the last one counts, as in most JSON readers
        switch (field)
        {
            case RowField.Title: row.Title = Text(ref json); break;
            case RowField.Artist: row.Artist = Text(ref json); break;
            case RowField.Album: row.Album = Text(ref json); break;
            case RowField.TrackUri when json.TokenType == JsonTokenType.String: row.SpotifyId = SpotifyUri.TrackId(json.ValueSpan, texts); break;
            case RowField.EndTime or RowField.Timestamp: Require(json.TokenType == JsonTokenType.String && ExportTime.TryParse(json.ValueSpan, out row.EndedAt)); break;
            case RowField.MsPlayed: Require(Duration(ref json, out row.MsPlayed)); break;
            case RowField.Incognito: row.Incognito = json.TokenType == JsonTokenType.True; break;
            case RowField.TrackUri: Require(false); break;
        }
    }

    string? Text(ref Utf8JsonReader json)
    {
        var text = json.TokenType == JsonTokenType.String ? texts.Read(ref json) : null;
        Require(text is not null);
        return text;
    }

    void Require(bool valid)
    {
        if (!valid) row.Wrong |= field;
    }

    static bool Duration(ref Utf8JsonReader json, out int ms)
    {
        ms = 0;
        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var value) || value is < 0 or > LongestMs) return false;
        ms = (int)value;
        return true;
    }
}
