using System.Text.Json;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Reads models in XGBoost's JSON format (1.0 to 3.x, boosters gbtree and dart) and trusts nothing in them.</summary>
/// <remarks>
/// Format: XGBoost documentation, "Introduction to Model IO". Class priors of XGBoost ≥ 3.1 (a base score per class) become a first round
/// of single-leaf trees; the tree weights of dart are multiplied into the leaves. Missing values are NaN; the file does not say so, the data does.
/// Thread-safe.
/// </remarks>
public static class XgboostJsonReader
{
    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a model from a stream, to its end.</summary>
    /// <param name="stream">UTF-8 JSON; left open.</param>
    /// <param name="limits">Caps on the size; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ModelFormatException">The content is no model that this library can use; the message says why in one sentence.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static TreeEnsemble Read(Stream stream, XgboostReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= new XgboostReadLimits();
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (text.Length + read > limits.MaxBytes) throw TooLarge(limits);
            text.Write(buffer, 0, read);
        }
        return ReadInPlace(text.GetBuffer().AsSpan(0, (int)text.Length), limits);
    }

    /// <summary>Reads a model from memory.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="limits">Caps on the size; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ModelFormatException">The content is no model that this library can use; the message says why in one sentence.</exception>
    public static TreeEnsemble Read(ReadOnlySpan<byte> utf8, XgboostReadLimits? limits = null)
    {
        limits ??= new XgboostReadLimits();
        return utf8.Length <= limits.MaxBytes ? ReadInPlace(utf8.ToArray(), limits) : throw TooLarge(limits);
    }

    static TreeEnsemble ReadInPlace(Span<byte> text, XgboostReadLimits limits)
    {
        if (text.StartsWith(ByteOrderMark)) text = text[ByteOrderMark.Length..];
        if (text.IsEmpty) throw new ModelFormatException("The model file is empty.");
        if (text.StartsWith("{L"u8) || text.StartsWith("binf"u8))
            throw new ModelFormatException("The file is one of XGBoost's binary formats; save the model under a name that ends in .json.");
        NonFiniteSpelling.Quote(text);
        return new ModelBuilder(Parse(text, limits), limits).Build();
    }

    static ModelDocument Parse(ReadOnlySpan<byte> text, XgboostReadLimits limits)
    {
        try
        {
            return new ModelParser(text, limits).Parse();
        }
        catch (Exception ex) when (ex is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is no valid UTF-8; FormatException: a number beyond float.
            throw new ModelFormatException("The model file is not complete and valid JSON; it may be cut off.", ex);
        }
    }

    static ModelFormatException TooLarge(XgboostReadLimits limits) => new($"The model file is larger than {limits.MaxBytes} bytes.");
}
