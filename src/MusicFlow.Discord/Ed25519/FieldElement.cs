using System.Buffers.Binary;

namespace MusicFlow.Discord.Ed25519;

/// <summary>A number modulo p = 2^255 − 19, as five limbs of 51 bits. Not constant-time: only for public values.</summary>
/// <remarks>Limbs stay below 2^52 between operations, so that no product overflows 128 bits.</remarks>
readonly struct FieldElement
{
    const ulong Mask = (1UL << 51) - 1;

    readonly ulong a;
    readonly ulong b;
    readonly ulong c;
    readonly ulong d;
    readonly ulong e;

    FieldElement(ulong a, ulong b, ulong c, ulong d, ulong e) => (this.a, this.b, this.c, this.d, this.e) = (a, b, c, d, e);

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    public static FieldElement operator +(in FieldElement x, in FieldElement y) => Carried(x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d, x.e + y.e);

    /// <summary>Adds 4p before subtracting, so that no limb turns negative.</summary>
    public static FieldElement operator -(in FieldElement x, in FieldElement y)
    {
        const ulong low = (Mask - 18) * 4;
        const ulong high = Mask * 4;
        return Carried(x.a + low - y.a, x.b + high - y.b, x.c + high - y.c, x.d + high - y.d, x.e + high - y.e);
    }

    public static FieldElement operator -(in FieldElement x) => Zero - x;

    public static FieldElement operator *(in FieldElement x, in FieldElement y)
    {
        var (b19, c19, d19, e19) = (19 * y.b, 19 * y.c, 19 * y.d, 19 * y.e);
        var r0 = Product(x.a, y.a) + Product(x.b, e19) + Product(x.c, d19) + Product(x.d, c19) + Product(x.e, b19);
        var r1 = Product(x.a, y.b) + Product(x.b, y.a) + Product(x.c, e19) + Product(x.d, d19) + Product(x.e, c19);
        var r2 = Product(x.a, y.c) + Product(x.b, y.b) + Product(x.c, y.a) + Product(x.d, e19) + Product(x.e, d19);
        var r3 = Product(x.a, y.d) + Product(x.b, y.c) + Product(x.c, y.b) + Product(x.d, y.a) + Product(x.e, e19);
        var r4 = Product(x.a, y.e) + Product(x.b, y.d) + Product(x.c, y.c) + Product(x.d, y.b) + Product(x.e, y.a);
        r1 += (ulong)(r0 >> 51);
        r2 += (ulong)(r1 >> 51);
        r3 += (ulong)(r2 >> 51);
        r4 += (ulong)(r3 >> 51);
        var first = ((ulong)r0 & Mask) + 19 * (ulong)(r4 >> 51);
        return new(first & Mask, ((ulong)r1 & Mask) + (first >> 51), (ulong)r2 & Mask, (ulong)r3 & Mask, (ulong)r4 & Mask);
    }

    public FieldElement Squared() => this * this;

    /// <summary>1/x by Fermat's little theorem; 0 for 0.</summary>
    public FieldElement Inverse() => Power(0x7FFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFEB);

    /// <summary>x^((p−5)/8), the heart of the square root (RFC 8032, 5.1.3).</summary>
    public FieldElement RootPower() => Power(0x0FFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF_FFFD);

    public bool IsZero => IsSameAs(Zero);

    public bool IsOdd => (Reduced().a & 1) == 1;

    public bool IsSameAs(in FieldElement other)
    {
        var (x, y) = (Reduced(), other.Reduced());
        return x.a == y.a && x.b == y.b && x.c == y.c && x.d == y.d && x.e == y.e;
    }

    /// <summary>Reads 32 bytes, little-endian, without the top bit.</summary>
    public static FieldElement Read(ReadOnlySpan<byte> bytes)
    {
        var (w0, w1) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        var (w2, w3) = (BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));
        return new(w0 & Mask, ((w0 >> 51) | (w1 << 13)) & Mask, ((w1 >> 38) | (w2 << 26)) & Mask, ((w2 >> 25) | (w3 << 39)) & Mask, (w3 >> 12) & Mask);
    }

    /// <summary>Writes the one canonical form, 32 bytes, little-endian.</summary>
    public void Write(Span<byte> bytes)
    {
        var r = Reduced();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, r.a | (r.b << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (r.b >> 13) | (r.c << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (r.c >> 26) | (r.d << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (r.d >> 39) | (r.e << 12));
    }

    /// <summary>Raises to an exponent of 256 bits: one top word, two words of ones, one low word.</summary>
    FieldElement Power(ulong top, ulong low)
    {
        var power = One;
        foreach (var word in (ReadOnlySpan<ulong>)[top, ulong.MaxValue, ulong.MaxValue, low])
            for (var bit = 63; bit >= 0; bit--)
            {
                power = power.Squared();
                if (((word >> bit) & 1) == 1) power *= this;
            }
        return power;
    }

    FieldElement Reduced()
    {
        var r = Carried(a, b, c, d, e);
        // 1 exactly where the value is p or more.
        var over = (r.a + 19) >> 51;
        over = (r.b + over) >> 51;
        over = (r.c + over) >> 51;
        over = (r.d + over) >> 51;
        over = (r.e + over) >> 51;
        var whole = Carried(r.a + 19 * over, r.b, r.c, r.d, r.e, isLast: true);
        return whole;
    }

    static FieldElement Carried(ulong a, ulong b, ulong c, ulong d, ulong e, bool isLast = false)
    {
        b += a >> 51;
        c += b >> 51;
        d += c >> 51;
        e += d >> 51;
        var first = (a & Mask) + (isLast ? 0 : 19 * (e >> 51));
        return new(first, b & Mask, c & Mask, d & Mask, e & Mask);
    }

    static UInt128 Product(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return new UInt128(high, low);
    }
}
