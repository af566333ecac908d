namespace MusicFlow.Learning.Neighbours;

/// <summary>The k nearest points seen so far, nearest first. Points must be offered in the order of their index, so that ties keep the lower one.</summary>
internal sealed class NearestList(int capacity, int exclude)
{
    private readonly Neighbour[] _nearest = new Neighbour[capacity];
    private int _count;

    /// <summary>Squared distance that a point must stay below to enter.</summary>
    public float Threshold { get; private set; } = float.PositiveInfinity;

    public void Offer(int index, float squaredDistance)
    {
        if (index == exclude || !(squaredDistance < Threshold)) return;
        var at = _count < capacity ? _count++ : capacity - 1;
        for (; at > 0 && _nearest[at - 1].Distance > squaredDistance; at--) _nearest[at] = _nearest[at - 1];
        _nearest[at] = new Neighbour(index, squaredDistance);
        if (_count == capacity) Threshold = _nearest[^1].Distance;
    }

    /// <summary>What was found, with distances instead of their squares.</summary>
    public Neighbour[] ToArray() =>
        Array.ConvertAll(_nearest[.._count], neighbour => neighbour with { Distance = MathF.Sqrt(neighbour.Distance) });
}
