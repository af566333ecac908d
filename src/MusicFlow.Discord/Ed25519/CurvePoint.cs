namespace MusicFlow.Discord.Ed25519;

/// <summary>A point of edwards25519 in extended coordinates: x = X/Z, y = Y/Z, T = XY/Z.</summary>
/// <remarks>Formulas: RFC 8032, 5.1.4 (complete for this curve). Not constant-time: only for public values.</remarks>
readonly struct CurvePoint
{
    static readonly FieldElement D = FieldElement.Read(Convert.FromHexString("a3785913ca4deb75abd841414d0a700098e879777940c78c73fe6f2bee6c0352"));
    static readonly FieldElement TwiceD = D + D;
    static readonly FieldElement RootOfMinusOne = FieldElement.Read(Convert.FromHexString("b0a00e4a271beec478e42fad0618432fa7d7fb3d99004d2b0bdfc14f8024832b"));
    static readonly CurvePoint[] BaseMultiples = Multiples(Decompress(Convert.FromHexString("5866666666666666666666666666666666666666666666666666666666666666"))!.Value);

    readonly FieldElement x;
    readonly FieldElement y;
    readonly FieldElement z;
    readonly FieldElement t;

    CurvePoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t) => (this.x, this.y, this.z, this.t) = (x, y, z, t);

    static CurvePoint Neutral => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    public static CurvePoint operator -(in CurvePoint p) => new(-p.x, p.y, p.z, -p.t);

    public static CurvePoint operator +(in CurvePoint p, in CurvePoint q)
    {
        var a = (p.y - p.x) * (q.y - q.x);
        var b = (p.y + p.x) * (q.y + q.x);
        var c = p.t * TwiceD * q.t;
        var d = p.z * q.z;
        d += d;
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(e * f, g * h, f * g, e * h);
    }

    /// <summary>Reads a point; <see langword="null"/> where no point of the curve has this y (RFC 8032, 5.1.3).</summary>
    public static CurvePoint? Decompress(ReadOnlySpan<byte> bytes)
    {
        var height = FieldElement.Read(bytes);
        var square = height.Squared();
        var u = square - FieldElement.One;
        var v = (square * D) + FieldElement.One;
        var cube = v.Squared() * v;
        var width = u * cube * (u * cube.Squared() * v).RootPower();
        var check = v * width.Squared();
        if (!check.IsSameAs(u))
        {
            if (!check.IsSameAs(-u)) return null;
            width *= RootOfMinusOne;
        }
        var isNegative = bytes[31] >> 7 == 1;
        if (width.IsZero && isNegative) return null;
        if (width.IsOdd != isNegative) width = -width;
        return new CurvePoint(width, height, FieldElement.One, width * height);
    }

    /// <summary>[s]B + [k]P for the base point B, four bits of both scalars at a time.</summary>
    /// <param name="s">32 bytes, little-endian.</param>
    /// <param name="k">32 bytes, little-endian.</param>
    /// <param name="multiples"><see cref="Multiples"/> of P.</param>
    public static CurvePoint Combine(ReadOnlySpan<byte> s, ReadOnlySpan<byte> k, CurvePoint[] multiples)
    {
        var sum = Neutral;
        for (var nibble = 63; nibble >= 0; nibble--)
        {
            sum = sum.Doubled().Doubled().Doubled().Doubled();
            var shift = (nibble & 1) * 4;
            if (((s[nibble >> 1] >> shift) & 15) is > 0 and var first) sum += BaseMultiples[first];
            if (((k[nibble >> 1] >> shift) & 15) is > 0 and var second) sum += multiples[second];
        }
        return sum;
    }

    /// <summary>0 to 15 times a point.</summary>
    public static CurvePoint[] Multiples(in CurvePoint p)
    {
        var multiples = new CurvePoint[16];
        multiples[0] = Neutral;
        for (var i = 1; i < multiples.Length; i++)
            multiples[i] = multiples[i - 1] + p;
        return multiples;
    }

    /// <summary>Writes y and, in the top bit, whether x is odd.</summary>
    public void Compress(Span<byte> bytes)
    {
        var inverse = z.Inverse();
        (y * inverse).Write(bytes);
        if ((x * inverse).IsOdd) bytes[31] |= 0x80;
    }

    CurvePoint Doubled()
    {
        var a = x.Squared();
        var b = y.Squared();
        var c = z.Squared();
        c += c;
        var h = a + b;
        var e = h - (x + y).Squared();
        var g = a - b;
        var f = c + g;
        return new(e * f, g * h, f * g, e * h);
    }
}
