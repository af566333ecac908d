namespace MusicFlow.Learning.Boosting;

/// <summary>Training did not start: a setting is out of its range or the samples do not fit it. The message is one sentence that says which and why, fit to be shown.</summary>
public sealed class TrainingRefusedException : ArgumentException
{
    /// <param name="message">One sentence.</param>
    public TrainingRefusedException(string message) : base(message) { }
}
