using System.Globalization;
using CsvHelper;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Csv;

/// <summary>The cells of the row under the reader, read as facts; values that are none of the field's are noted.</summary>
internal sealed class CsvCells(CsvReader reader, CsvColumns columns, FactSource source, bool decimalComma)
{
    static readonly string[] Notes = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

    /// <summary>Names of the fields whose value was refused.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>The cell's text, or <see langword="null"/> when there is no such column or no value.</summary>
    public string? Cell(CsvField field) => columns[field] is >= 0 and var at && reader.GetString(at) is var cell && !CsvText.IsNothing(cell) ? cell.Trim() : null;

    /// <summary>The cell's text even where it is "None" or "NA": songs and bands are called that.</summary>
    public string? Name(CsvField field) => reader.GetString(columns[field]).Trim() is { Length: > 0 } name ? name : null;

    /// <summary>A text of at most <paramref name="longest"/> characters.</summary>
    public Fact<string>? Text(CsvField field, int longest) => Checked(field, Cell(field), cell => cell.Length <= longest && !CsvText.IsBroken(cell) ? cell : null);

    /// <summary>A number within a range, both ends allowed; <paramref name="scale"/> turns the file's unit into ours.</summary>
    public Fact<double>? Number(CsvField field, double least, double most, double scale = 1)
    {
        if (columns.Percent.Contains(field))
            scale = 0.01;
        return Cell(field) is { } cell ? Value<double>(field, Parse(cell) is { } number && number * scale >= least && number * scale <= most ? number * scale : null) : null;
    }

    /// <summary>A whole number within a range; <c>4.0</c> is one.</summary>
    public Fact<int>? Whole(CsvField field, int least, int most) =>
        Cell(field) is { } cell ? Value<int>(field, Parse(cell) is { } number && number == Math.Floor(number) && number >= least && number <= most ? (int)number : null) : null;

    /// <summary>A pitch class: −1 to 11, or a note such as <c>C#</c>.</summary>
    public Fact<int>? Key() =>
        Cell(CsvField.Key) is { } cell && Array.IndexOf(Notes, cell.ToUpperInvariant()) is >= 0 and var note ? Value<int>(CsvField.Key, note) : Whole(CsvField.Key, -1, 11);

    /// <summary>1 or 0, <c>Major</c> or <c>Minor</c>.</summary>
    public Fact<int>? Mode() => Cell(CsvField.Mode)?.ToUpperInvariant() switch
    {
        "MAJOR" => new Fact<int>(1, source),
        "MINOR" => new Fact<int>(0, source),
        _ => Whole(CsvField.Mode, 0, 1),
    };

    /// <summary>A flag.</summary>
    public Fact<bool>? Flag(CsvField field) => Cell(field) is { } cell ? Value(field, CsvText.Flag(cell)) : null;

    /// <summary>A value read by a function that answers <see langword="null"/> for what is none.</summary>
    public Fact<T>? Checked<T>(CsvField field, string? cell, Func<string, T?> read) where T : class
    {
        if (cell is null)
            return null;
        if (read(cell) is { } value)
            return new Fact<T>(value, source);
        Refused.Add(field.ToString());
        return null;
    }

    /// <summary>A fact of a value, or a note that there was none.</summary>
    public Fact<T>? Value<T>(CsvField field, T? value) where T : struct
    {
        if (value is { } known)
            return new Fact<T>(known, source);
        Refused.Add(field.ToString());
        return null;
    }

    /// <summary>Reads a finite number.</summary>
    public double? Parse(string cell)
    {
        if (decimalComma)
            cell = cell.Replace(',', '.');
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
