using System.Text.Json;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Parses one JSON file piece by piece; keeps nothing of it but the row in hand.</summary>
/// <param name="depth">Deepest nesting allowed.</param>
/// <param name="rows">Takes the file when it is an array.</param>
/// <param name="objects">Takes the file when it is an object.</param>
internal sealed class ExportParser(int depth, IExportTokens rows, IExportTokens objects)
{
    JsonReaderState state = new(new JsonReaderOptions { MaxDepth = depth });
    long position;

    /// <summary>Takes the file's tokens; <see langword="null"/> before the first one.</summary>
    public IExportTokens? Tokens { get; private set; }

    /// <summary>Whether the rest of the file is of no interest.</summary>
    public bool Enough => Tokens is { Enough: true };

    /// <summary>Parses as many whole tokens as there are.</summary>
    /// <param name="json">The bytes after those parsed before.</param>
    /// <param name="final">Whether the file ends here.</param>
    /// <returns>How many bytes are done with; the rest must come again with more behind it.</returns>
    /// <exception cref="ExportRefusedException">This is not JSON, it is cut off, or nested too deeply.</exception>
    public int Parse(ReadOnlySpan<byte> json, bool final)
    {
        var reader = new Utf8JsonReader(json, final, state);
        try
        {
            if (Tokens is null && reader.Read()) Tokens = reader.TokenType == JsonTokenType.StartArray ? rows : objects;
            Tokens?.Read(ref reader);
        }
        catch (JsonException damage)
        {
            throw new ExportRefusedException(Sentences.Damaged((damage.LineNumber ?? 0) + 1, position + reader.BytesConsumed));
        }
        state = reader.CurrentState;
        position += reader.BytesConsumed;
        return (int)reader.BytesConsumed;
    }
}
