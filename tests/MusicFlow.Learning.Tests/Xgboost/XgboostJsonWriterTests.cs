using System.Text;
using System.Text.Json.Nodes;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Xgboost;

public sealed class XgboostJsonWriterTests
{
    public static TheoryData<Objective> Objectives => [new Objective.SquaredError(), new Objective.Poisson(0.7), new Objective.Tweedie(1.2), new Objective.Quantile(0.9), new Objective.Logistic(), new Objective.Softmax(3)];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void What_is_written_is_read_back_bit_for_bit(Objective objective)
    {
        var model = RandomModels.Ensemble(1, 7, 6, 5, objective) with
        {
            FeatureNames = ["a", "b\"\\", "größe", "曲", "e"],
            Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["app.model_id"] = "x\n1" },
            ParallelTrees = 7,
        };

        var read = XgboostJsonReader.Read(XgboostJsonWriter.Write(model));

        Assert.Equal(model.Objective, read.Objective);
        Assert.Equal(model.BaseScore, read.BaseScore);
        Assert.Equal(model.FeatureCount, read.FeatureCount);
        Assert.Equal(model.ParallelTrees, read.ParallelTrees);
        Assert.Equal(model.FeatureNames, read.FeatureNames);
        Assert.Equal(model.Attributes, read.Attributes);
        Assert.Equal(model.TreeGroups, read.TreeGroups);
        for (var i = 0; i < model.Trees.Count; i++) AssertSame(model.Trees[i], read.Trees[i]);
    }

    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        var first = XgboostJsonWriter.Write(RandomModels.Ensemble(2, 5, 8, 9, new Objective.Quantile(0.1)));

        var second = XgboostJsonWriter.Write(XgboostJsonReader.Read(first));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Siblings_are_written_side_by_side_and_know_their_parent()
    {
        var tree = Document(RandomModels.Ensemble(3, 1, 6, 4)).Tree();
        int[] left = [.. tree["left_children"]!.AsArray().Select(n => (int)n!)], right = [.. tree["right_children"]!.AsArray().Select(n => (int)n!)];
        int[] parents = [.. tree["parents"]!.AsArray().Select(n => (int)n!)];

        Assert.Equal(int.MaxValue, parents[0]);
        for (var node = 0; node < left.Length; node++)
        {
            if (left[node] < 0) { Assert.Equal(-1, right[node]); continue; }
            Assert.Equal(left[node] + 1, right[node]);
            Assert.Equal(node, parents[left[node]]);
            Assert.Equal(node, parents[right[node]]);
        }
    }

    [Fact]
    public void Every_float_has_a_decimal_point_or_an_exponent()
    {
        var model = RandomModels.Ensemble(4, 1, 0, 1);
        var tree = new Tree
        {
            LeftChildren = [1, -1, -1],
            SplitFeatures = [0, 0, 0],
            SplitConditions = [-0f, 16777216f, 1e-45f],
            DefaultLeft = [false, false, false],
            Gains = [float.NaN, float.PositiveInfinity, float.NegativeInfinity],
            Covers = [100, 1, 99],
            BaseWeights = [0.1f, 3.4028235E+38f, 0],
        };

        var text = Encoding.UTF8.GetString(XgboostJsonWriter.Write(model with { Trees = [tree] }));

        Assert.Contains("\"split_conditions\":[-0E0,16777216E0,1E-45]", text, StringComparison.Ordinal);
        Assert.Contains("\"loss_changes\":[NaN,Infinity,-Infinity]", text, StringComparison.Ordinal);
        Assert.Contains("\"sum_hessian\":[100E0,1E0,99E0]", text, StringComparison.Ordinal);
        Assert.Contains("\"base_weights\":[0.1,3.4028235E+38,0E0]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_header_is_what_version_1_7_4_expects()
    {
        var file = Document(RandomModels.Ensemble(5, 3, 2, 4, new Objective.Softmax(3)) with { BaseScore = 0.5f });

        Assert.Equal("[1,7,4]", file["version"]!.ToJsonString());
        Assert.Equal("{}", file.Learner()["attributes"]!.ToJsonString());
        Assert.Equal("""{"base_score":"0.5","boost_from_average":"1","num_class":"3","num_feature":"4","num_target":"1"}""", file.Header().ToJsonString());
        Assert.Equal("""{"name":"multi:softprob","softmax_multiclass_param":{"num_class":"3"}}""", file.Learner()["objective"]!.ToJsonString());
        Assert.Equal("""{"num_parallel_tree":"1","num_trees":"3","size_leaf_vector":"0"}""", file.Booster()["gbtree_model_param"]!.ToJsonString());
        Assert.Equal("[0,1,2]", file.Booster()["tree_info"]!.ToJsonString());
        Assert.Equal([0, 1, 2], file.Booster()["trees"]!.AsArray().Select(tree => (int)tree!["id"]!));
        Assert.Equal("0", (string?)file.Tree()["tree_param"]!["num_deleted"]);
    }

    [Fact]
    public void A_quantile_model_is_written_as_squared_error_so_that_old_versions_load_it()
    {
        var file = Document(RandomModels.Ensemble(6, 1, 2, 4, new Objective.Quantile(0.9)));

        Assert.Equal("reg:squarederror", (string?)file.Learner()["objective"]!["name"]);
        Assert.Equal("0.9", (string?)file.Learner()["attributes"]!["musicflow.quantile_alpha"]);
    }

    [Fact]
    public void Letters_of_every_script_are_written_as_they_are()
    {
        var model = RandomModels.Ensemble(7, 1, 1, 1) with { FeatureNames = ["曲<é>"] };

        Assert.Contains("\"曲<é>\"", Encoding.UTF8.GetString(XgboostJsonWriter.Write(model)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_score_outside_the_range_of_the_link_is_not_written()
    {
        var model = RandomModels.Ensemble(8, 1, 1, 1, new Objective.Logistic()) with { BaseScore = 1 };

        Assert.Throws<ArgumentOutOfRangeException>(() => XgboostJsonWriter.Write(model));
    }

    static JsonObject Document(TreeEnsemble model) => JsonNode.Parse(XgboostJsonWriter.Write(model))!.AsObject();

    static void AssertSame(Tree expected, Tree actual)
    {
        Assert.Equal(expected.LeftChildren, actual.LeftChildren);
        Assert.Equal(expected.SplitFeatures, actual.SplitFeatures);
        Assert.Equal(expected.SplitConditions, actual.SplitConditions);
        Assert.Equal(expected.DefaultLeft, actual.DefaultLeft);
        Assert.Equal(expected.Gains, actual.Gains);
        Assert.Equal(expected.Covers, actual.Covers);
        Assert.Equal(expected.BaseWeights, actual.BaseWeights);
    }
}
