namespace MusicFlow.Pictures.Painting;

/// <summary>Between linear light and the 8-bit values of a picture (IEC 61966-2-1).</summary>
internal static class SrgbCurve
{
    /// <summary>Entries of the table less one; fine enough that the darkest 8-bit step spans five of them.</summary>
    const int Last = 16_383;

    static readonly float[] Linear = [.. Enumerable.Range(0, 256).Select(value => (float)Decode(value / 255.0))];

    static readonly byte[] Encoded = [.. Enumerable.Range(0, Last + 1).Select(value => (byte)Math.Round(255 * Encode(value / (double)Last)))];

    /// <summary>Linear light, 0–1, of an 8-bit value.</summary>
    public static float ToLinear(byte value) => Linear[value];

    /// <summary>The 8-bit value of linear light; what lies outside 0–1 is cut.</summary>
    public static byte ToByte(float linear) => Encoded[(int)(float.Clamp(linear, 0, 1) * Last + 0.5f)];

    static double Decode(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    static double Encode(double value) => value <= 0.0031308 ? value * 12.92 : 1.055 * Math.Pow(value, 1 / 2.4) - 0.055;
}
