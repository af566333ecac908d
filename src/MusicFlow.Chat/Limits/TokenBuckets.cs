using Microsoft.Extensions.Options;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Limits;

/// <summary>Limits how fast one person, and one chat together, may give commands. Thread-safe; its memory is bounded.</summary>
sealed class TokenBuckets(IOptions<ChatOptions> options, TimeProvider clock)
{
    readonly Lock gate = new();
    readonly long start = clock.GetTimestamp();
    readonly BucketShelf<PersonId> people = new(options.Value.MostBuckets, () => new TokenBucket(options.Value.CommandsPerPerson, options.Value.Window));
    readonly BucketShelf<ChatAddress> chats = new(options.Value.MostBuckets, () => new TokenBucket(options.Value.CommandsPerChat, options.Value.Window));

    /// <summary>Buckets kept now.</summary>
    public int Count
    {
        get
        {
            lock (gate) return people.Count + chats.Count;
        }
    }

    /// <summary>Takes a token from both buckets, or from none.</summary>
    public Admission Take(ChatAddress chat, PersonId person)
    {
        var now = clock.GetElapsedTime(start);
        lock (gate)
        {
            var (own, shared) = (people[person], chats[chat]);
            var (ownWait, sharedWait) = (own.Wait(now), shared.Wait(now));
            if (ownWait == TimeSpan.Zero && sharedWait == TimeSpan.Zero)
            {
                own.Take();
                shared.Take();
                return new Admission.Granted();
            }
            var empty = ownWait >= sharedWait ? own : shared;
            if (empty.IsTold) return new Admission.Silent();
            empty.IsTold = true;
            return new Admission.Refused(ownWait >= sharedWait ? ownWait : sharedWait);
        }
    }
}
