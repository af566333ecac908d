using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Reads the JSON text of a model into a <see cref="ModelDocument"/>, in one forward pass that skips what it does not need.</summary>
/// <remarks>Memory grows with what stands in the file, never with what the file claims. Keys may come in any order.</remarks>
internal ref struct ModelParser(ReadOnlySpan<byte> utf8, XgboostReadLimits limits)
{
    readonly XgboostReadLimits limits = limits;
    readonly ModelDocument model = new();
    Utf8JsonReader json = new(utf8, new JsonReaderOptions { MaxDepth = 64 });

    public ModelDocument Parse()
    {
        json.Read();
        Enter("the file");
        while (NextKey(out var key))
        {
            if (key == "version") model.Version = Integers(key, 16);
            else if (key == "learner") ParseLearner();
            else json.Skip();
        }
        if (json.Read()) throw Refusal("text follows after the model");
        return model;
    }

    void ParseLearner()
    {
        Enter("learner");
        model.HasLearner = true;
        while (NextKey(out var key))
        {
            switch (key)
            {
                case "attributes": model.Attributes = Texts(key); break;
                case "feature_names": model.FeatureNames = Names(key); break;
                case "learner_model_param": model.LearnerParameters = Texts(key); break;
                case "objective": ParseObjective(); break;
                case "gradient_booster": ParseBooster(); break;
                default: json.Skip(); break;
            }
        }
    }

    void ParseObjective()
    {
        Enter("objective");
        while (NextKey(out var key))
        {
            if (key == "name") model.Objective = Text(key);
            else if (key.EndsWith("_param", StringComparison.Ordinal)) model.ObjectiveParameters = Texts(key);
            else json.Skip();
        }
    }

    /// <summary>gbtree holds its model directly; dart wraps a whole gbtree and adds one weight per tree.</summary>
    void ParseBooster()
    {
        Enter("gradient_booster");
        while (NextKey(out var key))
        {
            if (key == "name" && model.Booster != "dart") model.Booster = Text(key);
            else if (key == "gbtree") { model.Booster = "dart"; ParseBooster(); }
            else if (key == "model") ParseModel();
            else if (key == "weight_drop") model.TreeWeights = Floats(key, limits.MaxTrees);
            else json.Skip();
        }
    }

    void ParseModel()
    {
        Enter("model");
        while (NextKey(out var key))
        {
            switch (key)
            {
                case "gbtree_model_param": model.BoosterParameters = Texts(key); break;
                case "tree_info": model.TreeGroups = Integers(key, limits.MaxTrees); break;
                case "trees": ParseTrees(); break;
                case "weight_drop": model.TreeWeights = Floats(key, limits.MaxTrees); break;
                default: json.Skip(); break;
            }
        }
    }

    void ParseTrees()
    {
        if (model.Trees is not null) throw Refusal("\"trees\" stands twice");
        Expect(JsonTokenType.StartArray, "trees");
        model.Trees = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (model.Trees.Count == limits.MaxTrees) throw Refusal($"it has more than {limits.MaxTrees} trees");
            model.Trees.Add(ParseTree());
        }
    }

    TreeDocument ParseTree()
    {
        Enter("a tree");
        var tree = new TreeDocument();
        var most = limits.MaxNodesPerTree;
        while (NextKey(out var key))
        {
            switch (key)
            {
                case "tree_param": tree.Parameters = Texts(key); break;
                case "left_children": tree.LeftChildren = Integers(key, most); break;
                case "right_children": tree.RightChildren = Integers(key, most); break;
                case "split_indices": tree.SplitIndices = Integers(key, most); break;
                case "split_conditions": tree.SplitConditions = Floats(key, most); break;
                case "default_left": tree.DefaultLeft = Integers(key, most); break;
                case "sum_hessian": tree.SumHessian = Floats(key, most); break;
                case "loss_changes": tree.LossChanges = Floats(key, most); break;
                case "base_weights": tree.BaseWeights = Floats(key, most); break;
                case "split_type": tree.SplitType = Integers(key, most); break;
                default: json.Skip(); break;
            }
        }
        return tree;
    }

    void Enter(string what) => Expect(JsonTokenType.StartObject, what);

    readonly void Expect(JsonTokenType type, string what)
    {
        if (json.TokenType != type) throw Refusal($"{what} is not {(type == JsonTokenType.StartObject ? "an object" : "an array")}");
    }

    bool NextKey(out string key)
    {
        json.Read();
        key = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : "";
        return json.TokenType == JsonTokenType.PropertyName && json.Read();
    }

    readonly string Text(string key) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(json.ValueSpan),
        _ => throw Refusal($"\"{key}\" is not a text"),
    };

    Dictionary<string, string> Texts(string what)
    {
        Enter(what);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (NextKey(out var key))
        {
            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) json.Skip();
            else if (!texts.TryAdd(key, Text(key))) throw Refusal($"\"{key}\" stands twice in \"{what}\"");
        }
        return texts;
    }

    List<string> Names(string key)
    {
        Expect(JsonTokenType.StartArray, key);
        var names = new List<string>();
        while (NextItem(key, names.Count, limits.MaxFeatures)) names.Add(Text(key));
        return names;
    }

    List<int> Integers(string key, int most)
    {
        Expect(JsonTokenType.StartArray, key);
        var values = new List<int>();
        while (NextItem(key, values.Count, most)) values.Add(Integer(key));
        return values;
    }

    /// <summary>Deleted nodes carry 4294967295 as their feature: beyond int becomes int.MinValue, which no check lets through where it matters.</summary>
    readonly int Integer(string key) => json.TokenType switch
    {
        JsonTokenType.Number when json.TryGetInt64(out var value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : int.MinValue,
        JsonTokenType.True => 1,
        JsonTokenType.False => 0,
        _ => throw Refusal($"\"{key}\" holds something that is not an integer"),
    };

    List<float> Floats(string key, int most)
    {
        Expect(JsonTokenType.StartArray, key);
        var values = new List<float>();
        while (NextItem(key, values.Count, most)) values.Add(Float(key));
        return values;
    }

    readonly float Float(string key)
    {
        if (json.TokenType == JsonTokenType.Number) return json.GetSingle();
        if (json.TokenType == JsonTokenType.String && NonFiniteSpelling.TryRead(json.GetString()!, out var value)) return value;
        throw Refusal($"\"{key}\" holds something that is not a number");
    }

    bool NextItem(string key, int count, int most)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.EndArray) return false;
        return count < most ? true : throw Refusal(string.Create(CultureInfo.InvariantCulture, $"\"{key}\" has more than {most} values"));
    }

    static ModelFormatException Refusal(string why) => new($"The model file is refused: {why}.");
}
