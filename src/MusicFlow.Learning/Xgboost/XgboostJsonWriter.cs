using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Writes models in XGBoost's JSON format, so that every XGBoost since 1.7 loads them with bit-equal margins.</summary>
/// <remarks>
/// <para>Written as version 1.7.4, whose form all later versions read: base score as a bare scalar (a bracketed one is silently ignored up
/// to 3.0), floats with a decimal point or exponent (an integer is refused), siblings side by side.</para>
/// <para>Quantile models are written as <c>reg:squarederror</c> plus the attribute <c>musicflow.quantile_alpha</c>: the link is the same and
/// <c>reg:quantileerror</c> does not load before XGBoost 2.0. Same model, same bytes. Thread-safe.</para>
/// </remarks>
public static class XgboostJsonWriter
{
    const int NoParent = int.MaxValue;

    /// <summary>Writes a model to a stream.</summary>
    /// <param name="stream">Takes UTF-8 JSON; left open.</param>
    /// <param name="model">The model to write.</param>
    /// <exception cref="ArgumentException">The model contradicts itself: its base score does not fit its objective, or lengths disagree.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, TreeEnsemble model)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(model);
        _ = LinkFunction.BaseMargin(model.Objective, model.BaseScore);
        if (model.TreeGroups.Count != model.Trees.Count) throw new ArgumentException("Every tree needs its group.", nameof(model));
        // The relaxed encoder keeps letters of every script as they are: XGBoost does not decode \u escapes.
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartObject("learner");
        WriteAttributes(json, model);
        WriteList(json, "feature_names", model.FeatureNames, json.WriteStringValue);
        WriteList(json, "feature_types", model.FeatureNames, _ => json.WriteStringValue("float"));
        WriteBooster(json, model);
        WriteHeader(json, model);
        json.WriteEndObject();
        WriteList(json, "version", [1, 7, 4], json.WriteNumberValue);
        json.WriteEndObject();
    }

    /// <summary>Writes a model to memory.</summary>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="ArgumentException">The model contradicts itself.</exception>
    public static byte[] Write(TreeEnsemble model)
    {
        using var stream = new MemoryStream();
        Write(stream, model);
        return stream.ToArray();
    }

    static void WriteAttributes(Utf8JsonWriter json, TreeEnsemble model)
    {
        json.WriteStartObject("attributes");
        foreach (var (key, value) in model.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(key, value);
        if (model.Objective is Objective.Quantile quantile) json.WriteString(ObjectiveNames.QuantileAttribute, ObjectiveNames.Spell(quantile.Alpha));
        json.WriteEndObject();
    }

    static void WriteHeader(Utf8JsonWriter json, TreeEnsemble model)
    {
        json.WriteStartObject("learner_model_param");
        json.WriteString("base_score", model.BaseScore.ToString("R", CultureInfo.InvariantCulture));
        json.WriteString("boost_from_average", "1");
        json.WriteString("num_class", Spell(model.Objective is Objective.Softmax softmax ? softmax.Classes : 0));
        json.WriteString("num_feature", Spell(model.FeatureCount));
        json.WriteString("num_target", "1");
        json.WriteEndObject();
        var (name, parameters, key, value) = ObjectiveNames.Write(model.Objective);
        json.WriteStartObject("objective");
        json.WriteString("name", name);
        json.WriteStartObject(parameters);
        json.WriteString(key, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteBooster(Utf8JsonWriter json, TreeEnsemble model)
    {
        json.WriteStartObject("gradient_booster");
        json.WriteStartObject("model");
        json.WriteStartObject("gbtree_model_param");
        json.WriteString("num_parallel_tree", Spell(model.ParallelTrees));
        json.WriteString("num_trees", Spell(model.Trees.Count));
        json.WriteString("size_leaf_vector", "0");
        json.WriteEndObject();
        WriteList(json, "tree_info", model.TreeGroups, json.WriteNumberValue);
        json.WriteStartArray("trees");
        for (var i = 0; i < model.Trees.Count; i++)
        {
            WriteTree(json, model.Trees[i], i, model.FeatureCount);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("name", "gbtree");
        json.WriteEndObject();
    }

    static void WriteTree(Utf8JsonWriter json, Tree tree, int id, int features)
    {
        json.WriteStartObject();
        WriteFloats(json, "base_weights", tree.BaseWeights);
        foreach (var key in (ReadOnlySpan<string>)["categories", "categories_nodes", "categories_segments", "categories_sizes"])
            WriteList<int>(json, key, [], json.WriteNumberValue);
        WriteList(json, "default_left", tree.DefaultLeft, left => json.WriteNumberValue(left ? 1 : 0));
        json.WriteNumber("id", id);
        WriteList(json, "left_children", tree.LeftChildren, json.WriteNumberValue);
        WriteFloats(json, "loss_changes", tree.Gains);
        WriteList(json, "parents", Parents(tree), json.WriteNumberValue);
        WriteList(json, "right_children", tree.LeftChildren, left => json.WriteNumberValue(left < 0 ? -1 : left + 1));
        WriteFloats(json, "split_conditions", tree.SplitConditions);
        WriteList(json, "split_indices", tree.SplitFeatures, json.WriteNumberValue);
        WriteList(json, "split_type", tree.LeftChildren, _ => json.WriteNumberValue(0));
        WriteFloats(json, "sum_hessian", tree.Covers);
        json.WriteStartObject("tree_param");
        json.WriteString("num_deleted", "0");
        json.WriteString("num_feature", Spell(features));
        json.WriteString("num_nodes", Spell(tree.NodeCount));
        json.WriteString("size_leaf_vector", "0");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static int[] Parents(Tree tree)
    {
        var parents = new int[tree.NodeCount];
        parents[0] = NoParent;
        for (var node = 0; node < parents.Length; node++)
            if (!tree.IsLeaf(node)) parents[tree.LeftChildren[node]] = parents[tree.LeftChildren[node] + 1] = node;
        return parents;
    }

    static void WriteList<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> values, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var value in values) write(value);
        json.WriteEndArray();
    }

    /// <summary>Shortest digits that give the same float32 back, with an exponent where they would look like an integer.</summary>
    static void WriteFloats(Utf8JsonWriter json, string key, float[] values)
    {
        Span<byte> text = stackalloc byte[32];
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            if (float.IsFinite(value) && text[..length].IndexOfAny((byte)'.', (byte)'E') < 0) "E0"u8.CopyTo(text[length..(length += 2)]);
            json.WriteRawValue(text[..length], skipInputValidation: true);
        }
        json.WriteEndArray();
    }

    static string Spell(int value) => value.ToString(CultureInfo.InvariantCulture);
}
