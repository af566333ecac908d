namespace MusicFlow.Learning.Xgboost;

/// <summary>What stands in a model file, unchecked; <see langword="null"/> where a part is absent.</summary>
internal sealed class ModelDocument
{
    public List<int>? Version { get; set; }
    public bool HasLearner { get; set; }
    public Dictionary<string, string>? LearnerParameters { get; set; }
    public Dictionary<string, string> Attributes { get; set; } = new(StringComparer.Ordinal);
    public List<string> FeatureNames { get; set; } = [];
    public string? Objective { get; set; }
    public Dictionary<string, string> ObjectiveParameters { get; set; } = new(StringComparer.Ordinal);
    public string? Booster { get; set; }
    public List<float>? TreeWeights { get; set; }
    public Dictionary<string, string>? BoosterParameters { get; set; }
    public List<int>? TreeGroups { get; set; }
    public List<TreeDocument>? Trees { get; set; }

    /// <summary>The version for a sentence: <c>3.1.0</c>, or "an unknown version".</summary>
    public string Writer => Version is { Count: > 0 } ? string.Join('.', Version) : "an unknown version";
}

/// <summary>One tree of a model file, unchecked.</summary>
internal sealed class TreeDocument
{
    public Dictionary<string, string> Parameters { get; set; } = new(StringComparer.Ordinal);
    public List<int>? LeftChildren { get; set; }
    public List<int>? RightChildren { get; set; }
    public List<int>? SplitIndices { get; set; }
    public List<float>? SplitConditions { get; set; }
    public List<int>? DefaultLeft { get; set; }
    public List<float>? SumHessian { get; set; }
    public List<float>? LossChanges { get; set; }
    public List<float>? BaseWeights { get; set; }
    public List<int>? SplitType { get; set; }
}
