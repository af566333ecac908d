using System.Globalization;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Numbers inside a text: a bare scalar up to XGBoost 3.0 (<c>5E-1</c>), a bracketed list since 3.1 (<c>[5E-1]</c>).</summary>
internal static class FloatVector
{
    /// <exception cref="ModelFormatException">Not a list of finite numbers, or an empty one.</exception>
    public static float[] Parse(string text, string key)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed is ['[', .. var inner, ']']) trimmed = inner;
        var values = new List<float>();
        foreach (var part in trimmed.Split(','))
            values.Add(float.TryParse(trimmed[part].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
                ? value
                : throw new ModelFormatException($"The model file is refused: \"{key}\" is no finite number."));
        return [.. values];
    }
}
