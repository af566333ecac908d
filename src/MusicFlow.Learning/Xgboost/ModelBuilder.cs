using System.Globalization;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Checks a <see cref="ModelDocument"/> as a whole and turns it into a <see cref="TreeEnsemble"/>.</summary>
internal sealed class ModelBuilder(ModelDocument model, XgboostReadLimits limits)
{
    public TreeEnsemble Build()
    {
        CheckParts();
        var objective = ObjectiveNames.Read(model.Objective!, model.ObjectiveParameters, model.Attributes, Count(model.LearnerParameters!, "num_class", 0, limits.MaxGroups));
        var features = Count(model.LearnerParameters!, "num_feature", null, limits.MaxFeatures);
        if (features < 1) throw Refusal("it has no features");
        if (model.FeatureNames.Count != 0 && model.FeatureNames.Count != features)
            throw Refusal($"it has {features} features but {model.FeatureNames.Count} feature names");
        var parallel = Math.Max(1, Count(model.BoosterParameters!, "num_parallel_tree", 1, limits.MaxTrees));
        var scores = BaseScores(objective);
        List<Tree> trees = [];
        List<int> groups = [];
        if (scores.Length > 1) AddPriors(scores, parallel, trees, groups);
        for (var i = 0; i < model.Trees!.Count; i++) trees.Add(TreeReader.Read(model.Trees[i], i, features, limits.MaxDepth, model.TreeWeights?[i] ?? 1));
        groups.AddRange(model.TreeGroups!);
        model.Attributes.Remove(ObjectiveNames.QuantileAttribute);
        return new TreeEnsemble
        {
            Objective = objective,
            BaseScore = scores.Length > 1 ? 0 : scores[0],
            Trees = trees,
            TreeGroups = CheckedGroups(groups, objective.Groups),
            FeatureCount = features,
            ParallelTrees = parallel,
            FeatureNames = model.FeatureNames,
            Attributes = model.Attributes,
        };
    }

    void CheckParts()
    {
        if (!model.HasLearner) throw new ModelFormatException("The file is JSON but not an XGBoost model: it has no \"learner\".");
        if (model.LearnerParameters is null) throw Lacks("learner_model_param");
        if (model.Objective is null) throw Lacks("objective");
        if (model.Booster is null) throw Lacks("gradient_booster");
        if (model.Booster is not ("gbtree" or "dart")) throw Refusal($"its booster is \"{model.Booster}\", only gbtree and dart are supported");
        if (model.BoosterParameters is null) throw Lacks("gbtree_model_param");
        if (model.Trees is null) throw Lacks("trees");
        if (model.TreeGroups is null) throw Lacks("tree_info");
        if (model.TreeGroups.Count != model.Trees.Count) throw Refusal($"it has {model.Trees.Count} trees but {model.TreeGroups.Count} values in \"tree_info\"");
        if (Count(model.BoosterParameters, "num_trees", null, int.MaxValue) != model.Trees.Count) throw Refusal($"\"num_trees\" does not fit its {model.Trees.Count} trees");
        if (Count(model.BoosterParameters, "size_leaf_vector", 0, int.MaxValue) > 1) throw Refusal("it has vector leaves, which are not supported");
        if (Count(model.LearnerParameters, "num_target", 1, int.MaxValue) > 1) throw Refusal("it predicts several targets at once, which is not supported");
        if (model.Booster == "dart" && model.TreeWeights is null) throw Lacks("weight_drop");
        if (model.TreeWeights is { } weights && weights.Count != model.Trees.Count) throw Refusal($"it has {model.Trees.Count} trees but {weights.Count} values in \"weight_drop\"");
    }

    /// <summary>One number, or since XGBoost 3.1 one per class; several only where they are margins already (softmax).</summary>
    float[] BaseScores(Objective objective)
    {
        if (!model.LearnerParameters!.TryGetValue("base_score", out var text)) throw Lacks("base_score");
        var scores = FloatVector.Parse(text, "base_score");
        if (scores.Length != 1 && scores.Length != objective.Groups) throw Refusal($"it has {scores.Length} base scores for {objective.Groups} outputs");
        return Array.TrueForAll(scores, score => LinkFunction.Allows(objective, score))
            ? scores
            : throw Refusal($"its base_score {text} is nothing that {model.Objective} can predict");
    }

    /// <summary>Class priors become one round of single-leaf trees before the others: adding them to 0 is exact.</summary>
    static void AddPriors(float[] scores, int parallel, List<Tree> trees, List<int> groups)
    {
        for (var group = 0; group < scores.Length; group++)
        {
            for (var i = 0; i < parallel; i++)
            {
                trees.Add(SingleLeaf(i == 0 ? scores[group] : 0));
                groups.Add(group);
            }
        }
    }

    static Tree SingleLeaf(float value) => new()
    {
        LeftChildren = [-1],
        SplitFeatures = [0],
        SplitConditions = [value],
        DefaultLeft = [false],
        Gains = [0],
        Covers = [1],
        BaseWeights = [value],
    };

    static List<int> CheckedGroups(List<int> groups, int count) =>
        groups.TrueForAll(group => group >= 0 && group < count) ? groups : throw Refusal($"\"tree_info\" names an output beyond its {count}");

    int Count(Dictionary<string, string> parameters, string key, int? otherwise, int most)
    {
        if (!parameters.TryGetValue(key, out var text)) return otherwise ?? throw Lacks(key);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) throw Refusal($"\"{key}\" is \"{text}\" instead of a count");
        return value <= most ? value : throw Refusal($"\"{key}\" is {value}, more than the {most} allowed");
    }

    ModelFormatException Lacks(string key) => new($"The model file (written by XGBoost {model.Writer}) lacks \"{key}\", which is needed to use it.");

    static ModelFormatException Refusal(string why) => new($"The model file is refused: {why}.");
}
