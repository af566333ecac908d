namespace MusicFlow.Core.Training;

/// <summary>How rows are held out.</summary>
public enum SplitKind
{
    /// <summary>20 % of the tracks.</summary>
    Track,

    /// <summary>What happens later: features before 40 % of the time line and targets up to 70 % to learn from; features before 70 % and targets up to the end to be judged by.</summary>
    Time,

    /// <summary>20 % of the artists, with all their tracks.</summary>
    Artist,
}
