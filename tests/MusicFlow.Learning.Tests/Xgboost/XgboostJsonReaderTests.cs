using System.Text;
using System.Text.Json.Nodes;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Xgboost;

public sealed class XgboostJsonReaderTests
{
    [Fact]
    public void A_plain_model_is_read_whole()
    {
        var model = ModelText.Valid().Read();

        Assert.Equal(new Objective.SquaredError(), model.Objective);
        Assert.Equal(0.5f, model.BaseScore);
        Assert.Equal(4, model.FeatureCount);
        Assert.Equal(3, model.Trees.Count);
        Assert.Equal([1, -1, -1], model.Trees[0].LeftChildren);
        Assert.Equal([3, 0, 0], model.Trees[0].SplitFeatures);
        Assert.Equal([0.5f, 1.5f, -2f], model.Trees[0].SplitConditions);
        Assert.Equal([true, false, false], model.Trees[0].DefaultLeft);
        Assert.Equal([2f, 0, 0], model.Trees[0].Gains);
        Assert.Equal([10f, 4, 6], model.Trees[0].Covers);
        Assert.Equal([0f, 1.5f, -2], model.Trees[0].BaseWeights);
    }

    [Fact]
    public void Attributes_may_be_absent()
    {
        var file = ModelText.Valid();
        file.Learner().AsObject().Remove("attributes");

        var model = file.Read();

        Assert.Empty(model.Attributes);
    }

    [Fact]
    public void Attributes_and_feature_names_come_along()
    {
        var file = ModelText.Valid();
        file.Learner()["attributes"] = new JsonObject { ["best_iteration"] = "7" };
        file.Learner()["feature_names"] = new JsonArray("tempo", "NaN \"Infinity\"", "größe", "曲");

        var model = file.Read();

        Assert.Equal("7", model.Attributes["best_iteration"]);
        Assert.Equal(["tempo", "NaN \"Infinity\"", "größe", "曲"], model.FeatureNames);
    }

    [Theory]
    [InlineData("5E-1", 0.5f)]
    [InlineData("[5E-1]", 0.5f)]
    [InlineData("[ 1.25 ]", 1.25f)]
    [InlineData("-3", -3f)]
    public void The_base_score_is_a_scalar_or_a_bracketed_vector(string text, float expected)
    {
        var file = ModelText.Valid();
        file.Header()["base_score"] = text;

        var model = file.Read();

        Assert.Equal(expected, model.BaseScore);
    }

    [Fact]
    public void Class_priors_of_newer_versions_become_single_leaf_trees()
    {
        var file = Softmax("[1.07,0.046,-1.12]");

        var model = file.Read();

        Assert.Equal(0, model.BaseScore);
        Assert.Equal(6, model.Trees.Count);
        Assert.Equal([0, 1, 2, 0, 1, 2], model.TreeGroups);
        Assert.Equal([1.07f, 0.046f, -1.12f], model.Trees.Take(3).Select(t => t.SplitConditions[0]));
    }

    [Theory]
    [InlineData("reg:squarederror")]
    [InlineData("reg:linear")]
    public void Squared_error_has_two_names(string name) => Assert.Equal(new Objective.SquaredError(), With(name, "reg_loss_param", "scale_pos_weight", "1").Read().Objective);

    [Fact]
    public void Parameters_of_an_objective_are_the_shortest_decimals_of_their_floats()
    {
        var poisson = With("count:poisson", "poisson_regression_param", "max_delta_step", "0.699999988");
        var tweedie = With("reg:tweedie", "tweedie_regression_param", "tweedie_variance_power", "1.20000005");
        var quantile = With("reg:quantileerror", "quantile_loss_param", "quantile_alpha", "[9.5E-1]");

        Assert.Equal(new Objective.Poisson(0.7), poisson.Read().Objective);
        Assert.Equal(new Objective.Tweedie(1.2), tweedie.Read().Objective);
        Assert.Equal(new Objective.Quantile(0.95), quantile.Read().Objective);
    }

    [Fact]
    public void Siblings_that_are_not_neighbours_are_renumbered()
    {
        var file = ModelText.Valid();
        var tree = file.Tree();
        tree["left_children"] = new JsonArray(3, -1, -1, -1);
        tree["right_children"] = new JsonArray(1, -1, -1, -1);
        tree["split_conditions"] = JsonNode.Parse("[0.5,-2.0,9.0,1.5]");
        tree["split_indices"] = JsonNode.Parse("[3,0,4294967295,0]");
        tree["default_left"] = JsonNode.Parse("[true,false,false,false]");
        foreach (var key in new[] { "base_weights", "loss_changes", "sum_hessian" }) tree[key] = JsonNode.Parse("[10.0,6.0,0.0,4.0]");
        tree.Remove("split_type");

        var read = file.Read().Trees[0];

        Assert.Equal([1, -1, -1], read.LeftChildren);
        Assert.Equal([0.5f, 1.5f, -2f], read.SplitConditions);
        Assert.Equal([10f, 4, 6], read.Covers);
        Assert.Equal(1, read.LeafOf([0, 0, 0, 0.4f]));
        Assert.Equal(2, read.LeafOf([0, 0, 0, 0.5f]));
    }

    [Fact]
    public void Words_for_what_is_not_finite_are_understood()
    {
        var text = ModelText.Valid().ToJsonString().Replace("\"loss_changes\":[2", "\"loss_changes\":[NaN,-Infinity,Infinity],\"x\":[2", StringComparison.Ordinal);

        var gains = ModelText.Read(text).Trees[0].Gains;

        Assert.Equal([float.NaN, float.NegativeInfinity, float.PositiveInfinity], gains);
    }

    [Fact]
    public void An_infinite_threshold_is_allowed()
    {
        var text = ModelText.Valid().ToJsonString().Replace("\"split_conditions\":[5E-1", "\"split_conditions\":[-Infinity", StringComparison.Ordinal);

        var tree = ModelText.Read(text).Trees[0];

        Assert.Equal(2, tree.LeafOf([0, 0, 0, -1e30f]));
    }

    [Fact]
    public void Parts_that_only_newer_versions_write_are_ignored()
    {
        var file = ModelText.Valid();
        file["version"] = new JsonArray(9, 0, 0);
        file.Booster()["iteration_indptr"] = new JsonArray(0, 1, 2, 3);
        file.Booster()["cats"] = JsonNode.Parse("""{"enc":[],"feature_segments":[],"sorted_idx":[]}""");
        file.Tree()["tree_param"]!["size_leaf_vector"] = "1";

        var model = file.Read();

        Assert.Equal(3, model.Trees.Count);
    }

    [Fact]
    public void A_forest_keeps_its_number_of_parallel_trees()
    {
        var file = ModelText.Valid();
        file.Booster()["gbtree_model_param"]!["num_parallel_tree"] = "3";

        Assert.Equal(3, file.Read().ParallelTrees);
    }

    [Fact]
    public void The_tree_weights_of_dart_are_multiplied_into_the_leaves()
    {
        var file = ModelText.Valid();
        var model = file.Booster().DeepClone();
        file.Learner()["gradient_booster"] = new JsonObject
        {
            ["gbtree"] = new JsonObject { ["model"] = model, ["name"] = "gbtree" },
            ["name"] = "dart",
            ["weight_drop"] = JsonNode.Parse("[0.5,1.0,2.0]"),
        };

        var trees = file.Read().Trees;

        Assert.Equal([0.5f, 0.75f, -1f], trees[0].SplitConditions);
        Assert.Equal([0.5f, 3f, -4f], trees[2].SplitConditions);
    }

    [Fact]
    public void A_stream_and_a_byte_order_mark_are_fine()
    {
        using var stream = new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ModelText.Valid().ToJsonString())]);

        Assert.Equal(3, XgboostJsonReader.Read(stream).Trees.Count);
    }

    internal static JsonObject Softmax(string baseScore)
    {
        var file = With("multi:softprob", "softmax_multiclass_param", "num_class", "3");
        file.Header()["num_class"] = "3";
        file.Header()["base_score"] = baseScore;
        file.Booster()["tree_info"] = new JsonArray(0, 1, 2);
        return file;
    }

    static JsonObject With(string objective, string parameters, string key, string value)
    {
        var file = ModelText.Valid();
        file.Learner()["objective"] = new JsonObject { ["name"] = objective, [parameters] = new JsonObject { [key] = value } };
        return file;
    }
}
