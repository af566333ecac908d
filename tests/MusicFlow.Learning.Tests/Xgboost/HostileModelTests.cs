using System.Text;
using System.Text.Json.Nodes;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Xgboost;

public sealed class HostileModelTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("not json", "valid JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "no \"learner\"")]
    [InlineData("""{"name":"package","version":"1.0.0"}""", "not an array")]
    [InlineData("""{"nodes":[1,2,3]}""", "not an XGBoost model")]
    [InlineData("""{"learner":[]}""", "not an object")]
    [InlineData("""{"learner":{},"version":[4,0,0]}""", "4.0.0) lacks \"learner_model_param\"")]
    [InlineData("{L\0\0\0\0\0\0\0\u0007learner", "binary formats")]
    [InlineData("{\"learner\":\"\\uD800\"}", "not an object")]
    public void What_is_no_model_is_refused_in_one_sentence(string text, string reason) => Assert.Contains(reason, ModelText.Refusal(text), StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        var whole = Encoding.UTF8.GetBytes(ModelText.Valid().ToJsonString());

        for (var length = 0; length < whole.Length; length += 5)
            Assert.Throws<ModelFormatException>(() => XgboostJsonReader.Read(whole.AsSpan(0, length)));
    }

    [Fact]
    public void A_file_with_one_byte_changed_never_breaks_the_reader()
    {
        var random = new Random(7);
        var whole = Encoding.UTF8.GetBytes(ModelText.Valid().ToJsonString());
        var refused = 0;

        for (var i = 0; i < 5000; i++)
        {
            var spoilt = whole.ToArray();
            spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            try { _ = XgboostJsonReader.Read(spoilt); }
            catch (ModelFormatException) { refused++; }
        }

        Assert.InRange(refused, 1000, 5000);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var text = "{\"learner\":{\"x\":" + new string('[', 100_000);

        Assert.Contains("valid JSON", ModelText.Refusal(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left_children", "[1,-1]", "3 values")]
    [InlineData("left_children", "[0,-1,-1]", "child 0")]
    [InlineData("left_children", "[3,-1,-1]", "child 3")]
    [InlineData("left_children", "[2,-1,-1]", "node 2 in two ways")]
    [InlineData("left_children", "[1,1,-1]", "only one child")]
    [InlineData("left_children", "[99999999999,-1,-1]", "only one child")]
    [InlineData("left_children", "[1.5,-1,-1]", "not an integer")]
    [InlineData("left_children", "{}", "not an array")]
    [InlineData("right_children", "[-1,-1,-1]", "only one child")]
    [InlineData("right_children", "[2,-1]", "2 values in \"right_children\"")]
    [InlineData("split_indices", "[4,0,0]", "feature that the model does not have")]
    [InlineData("split_indices", "[4294967295,0,0]", "feature that the model does not have")]
    [InlineData("split_indices", "[-1,0,0]", "feature that the model does not have")]
    [InlineData("split_conditions", "[0.5,1.5]", "2 values in \"split_conditions\"")]
    [InlineData("split_conditions", "[0.5,\"1.5\",1.0]", "not a number")]
    [InlineData("split_conditions", "[0.5,1e99,1.0]", "not finite")]
    [InlineData("default_left", "[2,0,0]", "neither 0 nor 1")]
    [InlineData("default_left", "[1]", "1 values in \"default_left\"")]
    [InlineData("sum_hessian", "[-1.0,0.5,0.5]", "sum_hessian")]
    [InlineData("loss_changes", "[1.0]", "1 values in \"loss_changes\"")]
    [InlineData("base_weights", "[1.0]", "1 values in \"base_weights\"")]
    [InlineData("split_type", "[1,0,0]", "categories")]
    [InlineData("split_type", "[0]", "1 values in \"split_type\"")]
    [InlineData("tree_param", """{"size_leaf_vector":"3"}""", "vector leaves")]
    public void A_spoilt_tree_is_refused(string key, string value, string reason)
    {
        var file = ModelText.Valid();
        file.Tree()[key] = JsonNode.Parse(value);

        Assert.Contains(reason, file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_without_nodes_is_refused()
    {
        var file = ModelText.Valid();
        foreach (var (key, value) in file.Tree().ToArray())
            if (value is JsonArray) file.Tree()[key] = new JsonArray();

        Assert.Contains("tree 0 has no nodes", file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("left_children")]
    [InlineData("right_children")]
    [InlineData("split_indices")]
    [InlineData("split_conditions")]
    [InlineData("default_left")]
    [InlineData("sum_hessian")]
    public void A_tree_that_lacks_what_prediction_needs_is_refused(string key)
    {
        var file = ModelText.Valid();
        file.Tree(1).Remove(key);

        Assert.Contains($"tree 1 lacks \"{key}\"", file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"split_conditions\":[NaN", "threshold that is not a number")]
    [InlineData("\"split_conditions\":[0.5,NaN],\"x\":[0", "2 values")]
    [InlineData("\"sum_hessian\":[Infinity,0.5,0.5],\"x\":[0", "sum_hessian")]
    [InlineData("\"split_conditions\":[0.5,-Infinity,0.5],\"x\":[0", "leaf value that is not finite")]
    [InlineData("\"split_conditions\":[-NaN", "valid JSON")]
    public void Non_finite_values_are_refused_where_they_would_do_harm(string spoilt, string reason)
    {
        var key = spoilt[..(spoilt.IndexOf('[', StringComparison.Ordinal) + 1)];
        var text = ModelText.Valid().ToJsonString();
        var at = text.IndexOf(key, StringComparison.Ordinal);
        var firstValueEnd = text.IndexOf(',', at);
        text = text[..at] + spoilt + text[firstValueEnd..];

        Assert.Contains(reason, ModelText.Refusal(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("num_feature", "0", "no features")]
    [InlineData("num_feature", "-4", "instead of a count")]
    [InlineData("num_feature", "99999999", "more than")]
    [InlineData("num_target", "2", "several targets")]
    [InlineData("base_score", "NaN", "no finite number")]
    [InlineData("base_score", "[]", "no finite number")]
    [InlineData("base_score", "[1,2]", "2 base scores for 1 outputs")]
    [InlineData("base_score", "0,5", "2 base scores")]
    public void A_spoilt_header_is_refused(string key, string value, string reason)
    {
        var file = ModelText.Valid();
        file.Header()[key] = value;

        Assert.Contains(reason, file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("binary:logistic", "0")]
    [InlineData("binary:logistic", "1")]
    [InlineData("count:poisson", "0")]
    [InlineData("reg:tweedie", "-1")]
    public void A_base_score_outside_the_range_of_the_link_is_refused(string objective, string score)
    {
        var file = ModelText.Valid();
        file.Learner()["objective"]!["name"] = objective;
        file.Header()["base_score"] = score;

        Assert.Contains("base_score", file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rank:pairwise", "not supported")]
    [InlineData("multi:softprob", "0 classes")]
    [InlineData("reg:quantileerror", "lacks \"quantile_alpha\"")]
    public void An_objective_that_is_not_ours_is_refused(string objective, string reason)
    {
        var file = ModelText.Valid();
        file.Learner()["objective"]!["name"] = objective;

        Assert.Contains(reason, file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[0.1,0.9]", "2 quantiles")]
    [InlineData("1.5", "between 0 and 1")]
    public void A_quantile_model_has_one_quantile_between_0_and_1(string alpha, string reason)
    {
        var file = ModelText.Valid();
        file.Learner()["objective"] = new JsonObject { ["name"] = "reg:quantileerror", ["quantile_loss_param"] = new JsonObject { ["quantile_alpha"] = alpha } };

        Assert.Contains(reason, file.Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("num_trees", "4", "num_trees")]
    [InlineData("num_trees", "x", "instead of a count")]
    [InlineData("size_leaf_vector", "2", "vector leaves")]
    public void A_spoilt_booster_is_refused(string key, string value, string reason)
    {
        var file = ModelText.Valid();
        file.Booster()["gbtree_model_param"]![key] = value;

        Assert.Contains(reason, file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tree_info_of_another_length_is_refused()
    {
        var file = ModelText.Valid();
        file.Booster()["tree_info"] = new JsonArray(0, 0);

        Assert.Contains("tree_info", file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_of_a_class_that_does_not_exist_is_refused()
    {
        var file = XgboostJsonReaderTests.Softmax("0.5");
        file.Booster()["tree_info"] = new JsonArray(0, 1, 3);

        Assert.Contains("beyond its 3", file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_booster_is_refused()
    {
        var file = ModelText.Valid();
        file.Learner()["gradient_booster"] = JsonNode.Parse("""{"model":{"boosted_rounds":1,"weights":[1.0]},"name":"gblinear"}""");

        Assert.Contains("gblinear", file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dart_model_without_its_weights_is_refused()
    {
        var file = ModelText.Valid();
        file.Learner()["gradient_booster"]!["name"] = "dart";

        Assert.Contains("weight_drop", file.Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cap_is_kept()
    {
        var text = Encoding.UTF8.GetBytes(ModelText.Valid().ToJsonString());
        XgboostReadLimits[] tight = [new() { MaxBytes = 500 }, new() { MaxTrees = 2 }, new() { MaxNodesPerTree = 2 }, new() { MaxDepth = 0 }, new() { MaxFeatures = 3 }];

        foreach (var limits in tight)
        {
            Assert.Throws<ModelFormatException>(() => XgboostJsonReader.Read(text, limits));
            Assert.Throws<ModelFormatException>(() => XgboostJsonReader.Read(new MemoryStream(text), limits));
        }
    }

    [Fact]
    public void A_class_count_beyond_the_cap_is_refused()
    {
        var file = XgboostJsonReaderTests.Softmax("0.5");
        file.Header()["num_class"] = "2000000000";

        Assert.Contains("more than", file.Refusal(), StringComparison.Ordinal);
    }
}
