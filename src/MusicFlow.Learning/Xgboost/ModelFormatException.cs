namespace MusicFlow.Learning.Xgboost;

/// <summary>A model file cannot be used; the message is one sentence that says what is wrong with it.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>A file refused without a stated reason.</summary>
    public ModelFormatException() : this("The model file cannot be used.") { }

    /// <param name="message">One sentence for the person who chose the file.</param>
    public ModelFormatException(string message) : base(message) { }

    /// <param name="message">One sentence for the person who chose the file.</param>
    /// <param name="innerException">What the JSON reader said.</param>
    public ModelFormatException(string message, Exception innerException) : base(message, innerException) { }
}
