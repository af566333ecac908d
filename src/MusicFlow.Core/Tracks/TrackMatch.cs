namespace MusicFlow.Core.Tracks;

/// <summary>What became of looking a track up. Read it with <c>switch</c>.</summary>
public abstract record TrackMatch
{
    TrackMatch()
    {
    }

    /// <summary>The query means this track.</summary>
    /// <param name="Track">Its facts.</param>
    public sealed record Found(TrackFacts Track) : TrackMatch
    {
        /// <summary>
        /// Gives the track with what slow providers still answer, for a card that is edited then; <see langword="null"/> when nothing more is under way. Fails never, except that it is cancelled when the program stops.
        /// </summary>
        public Task<TrackFacts>? Rest { get; init; }
    }

    /// <summary>The query may mean any of these: somebody has to choose.</summary>
    /// <param name="Tracks">1 to <see cref="TrackFinder.MostChoices"/> tracks, the likeliest first; a single one is a guess to be confirmed.</param>
    public sealed record Several(IReadOnlyList<TrackFacts> Tracks) : TrackMatch;

    /// <summary>Nobody who was asked has such a track.</summary>
    /// <param name="Nearest">What comes nearest, the nearest first; may be empty.</param>
    public sealed record None(IReadOnlyList<ScoredTrack> Nearest) : TrackMatch
    {
        /// <summary>Names of the providers that should have been asked and gave no answer: the track may exist all the same.</summary>
        public IReadOnlyList<string> Away { get; init; } = [];
    }
}

/// <summary>A track and how well it fits a query.</summary>
/// <param name="Track">Facts of the track.</param>
/// <param name="Score">0 (nothing in common) to 1 (title and artist as asked).</param>
public sealed record ScoredTrack(TrackFacts Track, double Score);
