namespace MusicFlow.Learning.Metrics;

/// <summary>Ranks with ties shared.</summary>
internal static class Ranks
{
    /// <summary>Rank of each value, 1 for the least; equal values share the mean of their ranks.</summary>
    /// <param name="values">Finite values.</param>
    public static double[] Average(double[] values)
    {
        var keys = (double[])values.Clone();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        var ranks = new double[keys.Length];
        for (var start = 0; start < keys.Length;)
        {
            var end = EndOfTie(keys, start);
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }
        return ranks;
    }

    /// <summary>First position after <paramref name="start"/> whose key differs; the keys are sorted.</summary>
    public static int EndOfTie(double[] keys, int start)
    {
        var end = start + 1;
        while (end < keys.Length && keys[end] == keys[start]) end++;
        return end;
    }
}
