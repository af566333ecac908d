namespace MusicFlow.Learning.Binning;

/// <summary>Where one feature's bins stand inside a column: <c>bin = FirstBin + code / Stride % Radix</c>.</summary>
/// <param name="Feature">Index of the feature.</param>
/// <param name="FirstBin">0 when the feature has missing values, else 1: bin 0 then never occurs and takes no place.</param>
/// <param name="Radix">Number of bins that occur.</param>
/// <param name="Stride">Product of the radices of the members before it; 1 for the first.</param>
internal readonly record struct ColumnMember(int Feature, int FirstBin, int Radix, int Stride);

/// <summary>One byte per sample that holds the bin of one feature, or the joint bins of several features with few bins each.</summary>
/// <param name="Members">In order of stride.</param>
/// <param name="FirstSlot">Where the column's bins begin in a <see cref="Histograms.Histogram"/>; a multiple of eight.</param>
/// <param name="Codes">Number of codes that occur, ≤ 256.</param>
internal sealed record Column(ColumnMember[] Members, int FirstSlot, int Codes)
{
    /// <summary>The codes rounded up to whole vectors.</summary>
    public int Slots => ColumnLayout.RoundUp(Codes);
}

/// <summary>Packs features with few bins (one-hots, key, weekday) together, so that a histogram update serves several features at once. Exact: a joint code can be told apart again.</summary>
internal sealed class ColumnLayout
{
    private const int MaxCodes = 256;
    private const int Lanes = 8;

    private ColumnLayout(Column[] columns)
    {
        Columns = columns;
        Slots = columns.Sum(column => column.Slots);
    }

    /// <summary>The physical columns.</summary>
    public Column[] Columns { get; }

    /// <summary>Length of a histogram over all columns.</summary>
    public int Slots { get; }

    /// <summary>Rounds up to a whole number of the widest vectors (eight 64-bit lanes).</summary>
    public static int RoundUp(int count) => (count + Lanes - 1) & ~(Lanes - 1);

    /// <summary>Packs first-fit, most bins first.</summary>
    /// <param name="mapper">Tells the number of bins.</param>
    /// <param name="missing">Per feature, whether any training sample lacks it.</param>
    public static ColumnLayout Pack(BinMapper mapper, bool[] missing)
    {
        var order = Enumerable.Range(0, mapper.Features).OrderByDescending(f => Radix(mapper, missing, f)).ThenBy(f => f);
        List<(List<int> Features, int Codes)> packs = [];
        foreach (var feature in order)
        {
            var radix = Radix(mapper, missing, feature);
            var fit = packs.FindIndex(pack => pack.Codes * radix <= MaxCodes);
            if (fit < 0) packs.Add(([feature], radix));
            else
            {
                packs[fit].Features.Add(feature);
                packs[fit] = (packs[fit].Features, packs[fit].Codes * radix);
            }
        }
        return new ColumnLayout(Place(mapper, missing, packs));
    }

    private static Column[] Place(BinMapper mapper, bool[] missing, List<(List<int> Features, int Codes)> packs)
    {
        var columns = new Column[packs.Count];
        var slot = 0;
        for (var c = 0; c < columns.Length; c++)
        {
            var stride = 1;
            var members = new ColumnMember[packs[c].Features.Count];
            for (var m = 0; m < members.Length; m++)
            {
                var feature = packs[c].Features[m]; // most bins first: the short strides, which vectors cannot use, then belong to as few members as possible
                var radix = Radix(mapper, missing, feature);
                members[m] = new ColumnMember(feature, missing[feature] ? 0 : 1, radix, stride);
                stride *= radix;
            }
            columns[c] = new Column(members, slot, stride);
            slot += columns[c].Slots;
        }
        return columns;
    }

    private static int Radix(BinMapper mapper, bool[] missing, int feature) => mapper.BinCount(feature) - (missing[feature] ? 0 : 1);
}
