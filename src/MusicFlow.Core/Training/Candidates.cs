using System.Globalization;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;

namespace MusicFlow.Core.Training;

/// <summary>One way to learn: a kind of model with its settings. A closed family.</summary>
public abstract record Candidate
{
    private Candidate() { }

    /// <summary>Short name for progress and model card.</summary>
    public abstract string Name { get; }

    /// <summary>Its settings by name, for metadata and model card.</summary>
    public abstract IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Whether its margins are logarithms of streams and its models trees, so that several can be blended.</summary>
    public virtual bool CanBlend => false;

    /// <summary>Learns from some rows, stopping early on others.</summary>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="validation">Rows that tell when to stop.</param>
    /// <param name="ct">Stops the training.</param>
    public abstract IMarginModel Fit(Samples train, Samples validation, CancellationToken ct);

    /// <summary>Learns from all rows, for as long as the given cross-validated models did.</summary>
    /// <param name="train">Rows to learn from.</param>
    /// <param name="folds">The models of the folds; their mean length is the new model's.</param>
    /// <param name="ct">Stops the training.</param>
    public abstract IMarginModel Refit(Samples train, IReadOnlyList<IMarginModel> folds, CancellationToken ct);

    private static Dictionary<string, string> Settings(params ReadOnlySpan<(string Name, double Value)> settings)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in settings) named[name] = value.ToString("R", CultureInfo.InvariantCulture);
        return named;
    }

    /// <summary>Boosted trees, or a random forest where <see cref="BoostingOptions.ParallelTrees"/> says so.</summary>
    public sealed record Trees(BoostingOptions Options) : Candidate
    {
        /// <inheritdoc/>
        public override bool CanBlend => Options.Objective is Objective.Poisson or Objective.Tweedie;

        /// <inheritdoc/>
        public override string Name => (Options.ParallelTrees > 1 ? "random forest, " : "boosted trees, ") + Options.Objective switch
        {
            Objective.Poisson poisson => string.Create(CultureInfo.InvariantCulture, $"Poisson, step {poisson.MaxDeltaStep}"),
            Objective.Tweedie tweedie => string.Create(CultureInfo.InvariantCulture, $"Tweedie {tweedie.VariancePower}"),
            Objective.SquaredError => "squared error",
            _ => "logistic",
        };

        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, string> Parameters => Settings(
            ("learning_rate", Options.LearningRate), ("max_depth", Options.MaxDepth), ("min_child_weight", Options.MinChildWeight), ("lambda", Options.L2),
            ("subsample", Options.RowSample), ("colsample_bytree", Options.ColumnSampleByTree), ("colsample_bynode", Options.ColumnSampleByNode),
            ("num_parallel_tree", Options.ParallelTrees));

        /// <inheritdoc/>
        public override IMarginModel Fit(Samples train, Samples validation, CancellationToken ct) =>
            new TreeModel(Booster.Train(train, Options.EarlyStoppingRounds > 0 ? validation : null, Options, progress: null, ct));

        /// <inheritdoc/>
        public override IMarginModel Refit(Samples train, IReadOnlyList<IMarginModel> folds, CancellationToken ct)
        {
            var rounds = (int)Math.Ceiling(folds.Cast<TreeModel>().Average(model => model.Rounds));
            return new TreeModel(Booster.Train(train, null, Options with { Rounds = rounds, EarlyStoppingRounds = 0 }, progress: null, ct));
        }
    }

    /// <summary>
    /// Two boosted parts multiplied: how likely a stream is, learnt from all rows as streamed or not, and how many there are if there is
    /// one, learnt from the streamed rows alone. What makes a song be heard at all is not what makes it be heard again and again.
    /// </summary>
    /// <remarks>Hurdle: Mullahy 1986, "Specification and testing of some modified count data models". Both parts are Poisson on a log link, so that one model in XGBoost's format holds the product.</remarks>
    /// <param name="Chance">Settings of the first part.</param>
    /// <param name="Amount">Settings of the second part.</param>
    public sealed record Hurdle(Trees Chance, Trees Amount) : Candidate
    {
        /// <inheritdoc/>
        public override bool CanBlend => true;

        /// <inheritdoc/>
        public override string Name => "hurdle of boosted trees";

        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, string> Parameters =>
            Chance.Parameters.ToDictionary(setting => setting.Key, setting => $"{setting.Value} × {Amount.Parameters[setting.Key]}", StringComparer.Ordinal);

        /// <inheritdoc/>
        public override IMarginModel Fit(Samples train, Samples validation, CancellationToken ct) => new HurdleModel(
            (TreeModel)Chance.Fit(Streamed(train), Streamed(validation), ct), (TreeModel)Amount.Fit(Played(train), Played(validation), ct));

        /// <inheritdoc/>
        public override IMarginModel Refit(Samples train, IReadOnlyList<IMarginModel> folds, CancellationToken ct)
        {
            var parts = folds.Cast<HurdleModel>().ToList();
            var chance = Chance.Refit(Streamed(train), [.. parts.Select(fold => fold.Chance)], ct);
            var amount = Amount.Refit(Played(train), [.. parts.Select(fold => fold.Amount)], ct);
            return new HurdleModel((TreeModel)chance, (TreeModel)amount).Product;
        }

        private static Samples Streamed(Samples samples) => new(samples.Features, Array.ConvertAll(samples.Targets, target => target > 0 ? 1f : 0));

        private static Samples Played(Samples samples) => samples.Select([.. Enumerable.Range(0, samples.Rows).Where(row => samples.Targets[row] > 0)]);
    }

    /// <summary>A small multilayer perceptron.</summary>
    public sealed record Network(NetworkOptions Options) : Candidate
    {
        /// <inheritdoc/>
        public override string Name => "multilayer perceptron";

        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, string> Parameters => Settings(
            ("hidden_units", Options.HiddenLayers.Sum()), ("learning_rate", Options.LearningRate), ("batch_size", Options.BatchSize), ("l2", Options.L2));

        /// <inheritdoc/>
        public override IMarginModel Fit(Samples train, Samples validation, CancellationToken ct) =>
            new NetworkModel(NetworkTrainer.Train(train, validation, Options, ct));

        /// <inheritdoc/>
        public override IMarginModel Refit(Samples train, IReadOnlyList<IMarginModel> folds, CancellationToken ct) =>
            new NetworkModel(NetworkTrainer.Train(train, null, Options, ct));
    }
}
