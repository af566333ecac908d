using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Checks one tree of a file and turns it into a <see cref="Tree"/>, renumbered where siblings are not neighbours or nodes were deleted.</summary>
internal sealed class TreeReader
{
    readonly TreeDocument document;
    readonly int index, features, maxDepth, nodes;
    readonly List<int> left, right, splitFeatures, defaultLeft;
    readonly List<float> conditions, covers;

    TreeReader(TreeDocument document, int index, int features, int maxDepth)
    {
        (this.document, this.index, this.features, this.maxDepth) = (document, index, features, maxDepth);
        left = document.LeftChildren ?? throw Lacks("left_children");
        nodes = left.Count;
        right = SameLength(document.RightChildren, "right_children");
        splitFeatures = SameLength(document.SplitIndices, "split_indices");
        conditions = SameLength(document.SplitConditions, "split_conditions");
        defaultLeft = SameLength(document.DefaultLeft, "default_left");
        covers = SameLength(document.SumHessian, "sum_hessian");
    }

    /// <param name="document">The tree as it stands in the file.</param>
    /// <param name="index">Its place, for the error sentence.</param>
    /// <param name="features">Features of the model; every split must ask for one of them.</param>
    /// <param name="maxDepth">Splits allowed on one path.</param>
    /// <param name="weight">Factor on the leaf values: 1, or the tree's weight in a dart model.</param>
    public static Tree Read(TreeDocument document, int index, int features, int maxDepth, float weight)
    {
        var reader = new TreeReader(document, index, features, maxDepth);
        reader.CheckShape();
        return reader.Build(reader.Walk(), weight);
    }

    void CheckShape()
    {
        if (nodes == 0) throw Refusal("has no nodes");
        if (document.Parameters.TryGetValue("size_leaf_vector", out var size) && size is not ("0" or "1"))
            throw Refusal($"has vector leaves (size_leaf_vector {size}), which are not supported");
        if (document.LossChanges is { } gains) SameLength(gains, "loss_changes");
        if (document.BaseWeights is { } weights) SameLength(weights, "base_weights");
        if (document.SplitType is { } types) SameLength(types, "split_type");
    }

    /// <summary>The reachable nodes, breadth first, so that siblings are neighbours; a node met twice is a cycle or a shared branch.</summary>
    List<int> Walk()
    {
        var order = new List<int> { 0 };
        var seen = new bool[nodes];
        seen[0] = true;
        for (int at = 0, levelEnd = 1, depth = 0; at < order.Count; at++)
        {
            if (at == levelEnd) (levelEnd, depth) = (order.Count, depth + 1);
            if (depth > maxDepth) throw Refusal($"is deeper than {maxDepth} splits");
            var node = order[at];
            CheckNode(node);
            if (left[node] < 0) continue;
            Visit(left[node], seen, order);
            Visit(right[node], seen, order);
        }
        return order;
    }

    void Visit(int child, bool[] seen, List<int> order)
    {
        if (child <= 0 || child >= nodes) throw Refusal($"points to a child {child} that does not exist");
        if (seen[child]) throw Refusal($"reaches node {child} in two ways");
        seen[child] = true;
        order.Add(child);
    }

    void CheckNode(int node)
    {
        if (!float.IsFinite(covers[node]) || covers[node] < 0) throw Refusal($"has no valid sum_hessian at node {node}");
        if (left[node] == -1 && right[node] == -1)
        {
            if (!float.IsFinite(conditions[node])) throw Refusal($"has a leaf value that is not finite at node {node}");
            return;
        }
        if (left[node] < 0 || right[node] < 0) throw Refusal($"has a node {node} with only one child");
        if (document.SplitType is { } types && types[node] != 0)
            throw Refusal($"splits by categories at node {node}, which is not supported; train with one-hot or ordinal features");
        if (splitFeatures[node] < 0 || splitFeatures[node] >= features) throw Refusal($"asks for a feature that the model does not have at node {node}");
        if (float.IsNaN(conditions[node])) throw Refusal($"has a threshold that is not a number at node {node}");
        if (defaultLeft[node] is not (0 or 1)) throw Refusal($"has a default_left that is neither 0 nor 1 at node {node}");
    }

    Tree Build(List<int> order, float weight)
    {
        // A file whose numbering already fits keeps it, so that reading and writing again changes nothing.
        if (order.Count == nodes && order.TrueForAll(n => left[n] < 0 || right[n] == left[n] + 1)) order = [.. Enumerable.Range(0, nodes)];
        var places = new int[nodes];
        for (var i = 0; i < order.Count; i++) places[order[i]] = i;
        return new Tree
        {
            LeftChildren = Map(order, n => left[n] < 0 ? -1 : places[left[n]]),
            SplitFeatures = Map(order, n => left[n] < 0 ? 0 : splitFeatures[n]),
            SplitConditions = Map(order, n => left[n] < 0 ? Scaled(n, weight) : conditions[n]),
            DefaultLeft = Map(order, n => defaultLeft[n] == 1),
            Gains = Map(order, n => document.LossChanges?[n] ?? 0),
            Covers = Map(order, n => covers[n]),
            BaseWeights = Map(order, n => document.BaseWeights?[n] ?? 0),
        };
    }

    float Scaled(int leaf, float weight) =>
        float.IsFinite(conditions[leaf] * weight) ? conditions[leaf] * weight : throw Refusal($"has a leaf value that is not finite at node {leaf}");

    static T[] Map<T>(List<int> order, Func<int, T> value)
    {
        var mapped = new T[order.Count];
        for (var i = 0; i < mapped.Length; i++) mapped[i] = value(order[i]);
        return mapped;
    }

    List<T> SameLength<T>(List<T>? values, string key)
    {
        if (values is null) throw Lacks(key);
        return values.Count == nodes ? values : throw Refusal($"has {nodes} nodes but {values.Count} values in \"{key}\"");
    }

    ModelFormatException Lacks(string key) => Refusal($"lacks \"{key}\"");

    ModelFormatException Refusal(string why) => new($"The model file is refused: tree {index} {why}.");
}
