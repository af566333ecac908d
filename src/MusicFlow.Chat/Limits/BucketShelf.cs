namespace MusicFlow.Chat.Limits;

/// <summary>The buckets of those who spoke last; who has not spoken for longest is forgotten first, which is the same as a full bucket sooner or later. Not thread-safe.</summary>
/// <typeparam name="TKey">Whom a bucket belongs to.</typeparam>
/// <param name="most">Most buckets kept.</param>
/// <param name="fresh">Makes a full bucket.</param>
sealed class BucketShelf<TKey>(int most, Func<TokenBucket> fresh)
    where TKey : notnull
{
    readonly Dictionary<TKey, LinkedListNode<(TKey Key, TokenBucket Bucket)>> nodes = [];
    readonly LinkedList<(TKey Key, TokenBucket Bucket)> byUse = new();

    public int Count => nodes.Count;

    public TokenBucket this[TKey key]
    {
        get
        {
            if (nodes.TryGetValue(key, out var node)) byUse.Remove(node);
            else node = nodes[key] = new((key, fresh()));
            byUse.AddLast(node);
            if (nodes.Count > most) nodes.Remove(RemoveOldest());
            return node.Value.Bucket;
        }
    }

    TKey RemoveOldest()
    {
        var oldest = byUse.First!.Value.Key;
        byUse.RemoveFirst();
        return oldest;
    }
}
