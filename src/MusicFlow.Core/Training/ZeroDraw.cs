namespace MusicFlow.Core.Training;

/// <summary>Which tracks stand for "never played"; the first is the rule, the others are harder tables beside it.</summary>
public enum ZeroDraw
{
    /// <summary>Uniformly from all catalogue tracks that the listener never played.</summary>
    Uniform,

    /// <summary>Each zero matched to a played track: the same tenth of popularity and the same decade.</summary>
    Matched,

    /// <summary>Unplayed tracks of artists whom the listener does play.</summary>
    SameArtists,
}
