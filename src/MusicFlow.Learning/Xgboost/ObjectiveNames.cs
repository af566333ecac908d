using System.Globalization;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Xgboost;

/// <summary>Translates between <see cref="Objective"/> and XGBoost's objective names and parameters.</summary>
/// <remarks>Parameters are float32 there; reading gives the shortest decimal of that float, so 0.7 stays 0.7.</remarks>
internal static class ObjectiveNames
{
    /// <summary>
    /// Attribute that marks a quantile model. <c>reg:quantileerror</c> does not load before XGBoost 2.0, and both objectives have the
    /// identity link; so quantile models are written as <c>reg:squarederror</c> with this attribute, which only this library reads.
    /// </summary>
    public const string QuantileAttribute = "musicflow.quantile_alpha";

    /// <summary>The objective of a file.</summary>
    /// <param name="name">XGBoost's name, such as <c>count:poisson</c>.</param>
    /// <param name="parameters">Of the objective.</param>
    /// <param name="attributes">Of the learner; may mark a quantile model.</param>
    /// <param name="classes"><c>num_class</c>: 0 or 1 where there are no classes.</param>
    public static Objective Read(string name, Dictionary<string, string> parameters, Dictionary<string, string> attributes, int classes) => name switch
    {
        "reg:squarederror" or "reg:linear" => attributes.TryGetValue(QuantileAttribute, out var alpha) ? Quantile(alpha) : new Objective.SquaredError(),
        "count:poisson" => new Objective.Poisson(Number(parameters, "max_delta_step", 0.7, 0, double.MaxValue)),
        "reg:tweedie" => new Objective.Tweedie(Number(parameters, "tweedie_variance_power", 1.5, 1, 2)),
        "reg:quantileerror" => Quantile(parameters.GetValueOrDefault("quantile_alpha") ?? throw new ModelFormatException("The model file is refused: the quantile objective lacks \"quantile_alpha\".")),
        "binary:logistic" or "reg:logistic" => new Objective.Logistic(),
        "multi:softprob" or "multi:softmax" => classes >= 2
            ? new Objective.Softmax(classes)
            : throw new ModelFormatException($"The model file is refused: the objective {name} has {classes} classes."),
        _ => throw new ModelFormatException($"The model file is refused: the objective \"{name}\" is not supported; supported are reg:squarederror, "
            + "count:poisson, reg:tweedie, reg:quantileerror, binary:logistic, reg:logistic, multi:softprob and multi:softmax."),
    };

    /// <summary>XGBoost's name of the objective and its parameter object, whose name is <see langword="null"/> where it has none.</summary>
    public static (string Name, string Parameters, string Key, string Value) Write(Objective objective) => objective switch
    {
        Objective.SquaredError or Objective.Quantile => ("reg:squarederror", "reg_loss_param", "scale_pos_weight", "1"),
        Objective.Poisson poisson => ("count:poisson", "poisson_regression_param", "max_delta_step", Spell(poisson.MaxDeltaStep)),
        Objective.Tweedie tweedie => ("reg:tweedie", "tweedie_regression_param", "tweedie_variance_power", Spell(tweedie.VariancePower)),
        Objective.Logistic => ("binary:logistic", "reg_loss_param", "scale_pos_weight", "1"),
        Objective.Softmax softmax => ("multi:softprob", "softmax_multiclass_param", "num_class", softmax.Classes.ToString(CultureInfo.InvariantCulture)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Spells a hyperparameter as XGBoost holds it: float32, shortest digits that round-trip.</summary>
    public static string Spell(double value) => ((float)value).ToString("R", CultureInfo.InvariantCulture);

    static Objective.Quantile Quantile(string text)
    {
        var alphas = FloatVector.Parse(text, "quantile_alpha");
        if (alphas.Length != 1) throw new ModelFormatException($"The model file is refused: it predicts {alphas.Length} quantiles at once, one is supported.");
        if (alphas[0] is not (> 0 and < 1)) throw new ModelFormatException($"The model file is refused: its quantile {text} does not lie between 0 and 1.");
        return new Objective.Quantile(Shortest(alphas[0]));
    }

    static double Number(Dictionary<string, string> parameters, string key, double otherwise, double least, double most)
    {
        if (!parameters.TryGetValue(key, out var text)) return otherwise;
        var value = FloatVector.Parse(text, key);
        return value.Length == 1 && value[0] >= least && value[0] <= most
            ? Shortest(value[0])
            : throw new ModelFormatException($"The model file is refused: \"{key}\" is {text}.");
    }

    static double Shortest(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
