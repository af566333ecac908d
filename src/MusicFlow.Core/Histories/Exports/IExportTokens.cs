using System.Text.Json;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Takes the JSON tokens of one file, one after the other; the two shapes of files (arrays of rows, library objects) each have one.</summary>
internal interface IExportTokens
{
    /// <summary>What the file has turned out to be so far.</summary>
    HistoryFileKind Kind { get; }

    /// <summary>Whether the rest of the file is of no interest.</summary>
    bool Enough { get; }

    /// <summary>Takes all whole tokens that are left, or as many as are of interest.</summary>
    void Read(ref Utf8JsonReader json);
}
