using System.Runtime.Intrinsics;

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
    public static byte ToByte(float linear) => Encoded[float.ConvertToIntegerNative<int>(float.MinNative(float.MaxNative(linear, 0), 1) * Last + 0.5f)];

    /// <summary>Writes red, green and blue of a pixel as 8-bit values.</summary>
    /// <param name="pixel">Linear light, opaque or no longer premultiplied.</param>
    /// <param name="to">Three bytes.</param>
    public static void Write(Vector128<float> pixel, Span<byte> to)
    {
        var cut = Vector128.MinNative(Vector128.MaxNative(pixel, Vector128<float>.Zero), Vector128<float>.One);
        var places = Vector128.ConvertToInt32Native(cut * Last + Vector128.Create(0.5f));
        var encoded = Encoded;
        to[2] = encoded[places.GetElement(2)];
        to[1] = encoded[places.GetElement(1)];
        to[0] = encoded[places.GetElement(0)];
    }

    static double Decode(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);

    static double Encode(double value) => value <= 0.0031308 ? value * 12.92 : 1.055 * Math.Pow(value, 1 / 2.4) - 0.055;
}
