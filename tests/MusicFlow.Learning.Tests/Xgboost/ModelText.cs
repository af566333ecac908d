using System.Text;
using System.Text.Json.Nodes;
using MusicFlow.Learning.Trees;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Xgboost;

/// <summary>A small valid model file to be spoiled in one place: three trees, four features; tree 0 is a stump.</summary>
internal static class ModelText
{
    public const string Stump = """
        {"base_weights":[0.0,1.5,-2.0],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],
         "default_left":[1,0,0],"id":0,"left_children":[1,-1,-1],"loss_changes":[2E0,0E0,0E0],"parents":[2147483647,0,0],
         "right_children":[2,-1,-1],"split_conditions":[5E-1,1.5E0,-2E0],"split_indices":[3,0,0],"split_type":[0,0,0],
         "sum_hessian":[1E1,4E0,6E0],"tree_param":{"num_deleted":"0","num_feature":"4","num_nodes":"3","size_leaf_vector":"0"}}
        """;

    public static JsonObject Valid() => JsonNode.Parse("""
        {"learner":{"attributes":{},"feature_names":[],"feature_types":[],
          "gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"1","num_trees":"3","size_leaf_vector":"0"},
            "tree_info":[0,0,0],"trees":[STUMP,STUMP,STUMP]},"name":"gbtree"},
          "learner_model_param":{"base_score":"5E-1","boost_from_average":"1","num_class":"0","num_feature":"4","num_target":"1"},
          "objective":{"name":"reg:squarederror","reg_loss_param":{"scale_pos_weight":"1"}}},
         "version":[1,7,4]}
        """.Replace("STUMP", Stump, StringComparison.Ordinal))!.AsObject();

    public static JsonNode Learner(this JsonObject model) => model["learner"]!;

    public static JsonNode Header(this JsonObject model) => model.Learner()["learner_model_param"]!;

    public static JsonNode Booster(this JsonObject model) => model.Learner()["gradient_booster"]!["model"]!;

    public static JsonObject Tree(this JsonObject model, int index = 0) => model.Booster()["trees"]![index]!.AsObject();

    public static TreeEnsemble Read(this JsonObject model) => Read(model.ToJsonString());

    public static TreeEnsemble Read(string text) => XgboostJsonReader.Read(Encoding.UTF8.GetBytes(text));

    public static string Refusal(string text) => Assert.Throws<ModelFormatException>(() => Read(text)).Message;

    public static string Refusal(this JsonObject model) => Refusal(model.ToJsonString());
}
