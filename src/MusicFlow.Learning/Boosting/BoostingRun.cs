using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Histograms;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Sampling;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Boosting;

/// <summary>One training run: holds the binned table and the margins, and adds trees round by round. Not thread-safe.</summary>
internal sealed class BoostingRun : IDisposable
{
    // The forecast root is exact but for rounding; a fresh count every so often keeps the rounding from ever adding up.
    private const int RoundsPerCount = 64;

    private readonly Samples train;
    private readonly BoostingOptions options;
    private readonly Loss loss;
    private readonly float baseScore;
    private readonly Margins margins;
    private readonly Margins? next;
    private readonly Margins? validation;
    private readonly BinnedMatrix bins;
    private readonly GradientTable gradients;
    private readonly GradientPass pass;
    private readonly RootForecast? forecast;
    private readonly TreeGrower grower;
    private readonly float[] logSums;
    private readonly List<Tree> trees = [];
    private readonly List<int> groups = [];

    /// <param name="train">Checked by <see cref="TrainingChecks"/>, like the others.</param>
    /// <param name="validation">May be <see langword="null"/>.</param>
    /// <param name="options">The settings.</param>
    public BoostingRun(Samples train, Samples? validation, BoostingOptions options)
    {
        (this.train, this.options, loss) = (train, options, Loss.For(options.Objective));
        var (groupCount, threads) = (options.Objective.Groups, options.Threads);
        baseScore = options.BaseScore ?? loss.Baseline(train.Targets, train.Weights ?? []);
        var start = LinkFunction.BaseMargin(options.Objective, baseScore);
        margins = new Margins(train, loss, groupCount, start, threads);
        next = options.ParallelTrees > 1 ? new Margins(train, loss, groupCount, start, threads) : null;
        this.validation = validation is null ? null : new Margins(validation, loss, groupCount, start, threads);
        bins = BinnedMatrix.Build(train.Features, BinMapper.Fit(train.Features, options.MaxBins, options.Seed, threads), threads);
        gradients = new GradientTable(train.Rows);
        pass = new GradientPass(loss, train, threads);
        forecast = ForecastPays() ? new RootForecast(bins.Layout.Slots) : null;
        grower = new TreeGrower(bins, options, loss, forecast);
        logSums = groupCount > 1 ? new float[train.Rows] : [];
    }

    /// <summary>Trains.</summary>
    public TreeEnsemble Run(IProgress<BoostingProgress>? progress, CancellationToken ct)
    {
        if (loss is SoftmaxLoss softmax) AddPriors(softmax);
        var stopping = new EarlyStopping(options.EarlyStoppingRounds);
        for (var round = 1; round <= options.Rounds; round++)
        {
            AddRound(round, ct);
            var validationLoss = validation?.MeanLoss();
            progress?.Report(new BoostingProgress(round, validation is null ? margins.MeanLoss() : null, validationLoss));
            if (validationLoss is { } value && !stopping.Note(round, value)) break;
        }
        return Model(stopping);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        grower.Dispose();
        forecast?.Dispose();
        gradients.Dispose();
        bins.Dispose();
    }

    private int TreesPerRound => options.Objective.Groups * options.ParallelTrees;

    private void AddRound(int round, CancellationToken ct)
    {
        if (logSums.Length > 0) SoftmaxLoss.LogSums(margins.Groups, 0, logSums);
        if (round % RoundsPerCount == 0) forecast?.Forget();
        for (var group = 0; group < options.Objective.Groups; group++)
            for (var parallel = 0; parallel < options.ParallelTrees; parallel++)
            {
                ct.ThrowIfCancellationRequested();
                AddTree(group, parallel);
            }
        if (next is null) return;
        for (var group = 0; group < options.Objective.Groups; group++) next.Groups[group].CopyTo(margins.Groups[group], 0);
    }

    private void AddTree(int group, int parallel)
    {
        var taken = RowSampler.Draw(train.Rows, options.RowSample, options.Seed, trees.Count);
        if (parallel == 0 || taken is not null) pass.Fill(gradients, group, margins.Groups[group], logSums, taken);
        var grown = grower.Grow(gradients, trees.Count, loss.RenewsLeaves ? Renewal(margins.Groups[group], taken) : null);
        (next ?? margins).Add(group, grown);
        validation?.Add(group, grown.Tree);
        trees.Add(grown.Tree);
        groups.Add(group);
    }

    private LeafRenewal Renewal(float[] current, bool[]? taken) => rows =>
    {
        var residuals = new float[rows.Length];
        var weights = train.Weights is null ? [] : new float[rows.Length];
        var count = 0;
        foreach (var row in rows)
        {
            if (taken is not null && !taken[row]) continue;
            if (train.Weights is not null) weights[count] = train.Weights[row];
            residuals[count++] = train.Targets[row] - current[row];
        }
        return loss.Renew(residuals.AsSpan(0, count), weights.AsSpan(0, Math.Min(count, weights.Length)));
    };

    // XGBoost 1.7 starts every class from the same number, so the shares of the classes stand in the first trees. Of trees grown side by
    // side the first carries the share, the others nothing.
    private void AddPriors(SoftmaxLoss softmax)
    {
        var priors = softmax.LogPriors(train.Targets, train.Weights ?? []);
        var cover = train.Weights?.Sum(weight => (double)weight) ?? train.Rows;
        for (var i = 0; i < TreesPerRound; i++)
        {
            var (group, parallel) = (i / options.ParallelTrees, i % options.ParallelTrees);
            var tree = GrowingTree.Leaf(parallel == 0 ? priors[group] : 0, cover);
            margins.Add(group, tree);
            next?.Add(group, tree);
            validation?.Add(group, tree);
            trees.Add(tree);
            groups.Add(group);
        }
    }

    private TreeEnsemble Model(EarlyStopping stopping)
    {
        var priors = loss is SoftmaxLoss ? 1 : 0;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        var kept = trees.Count;
        if (options.EarlyStoppingRounds > 0)
        {
            kept = (stopping.BestRound + priors) * TreesPerRound;
            attributes["best_iteration"] = FormattableString.Invariant($"{stopping.BestRound + priors - 1}");
            attributes["best_score"] = FormattableString.Invariant($"{stopping.BestLoss}");
        }
        return new TreeEnsemble
        {
            Objective = options.Objective,
            BaseScore = baseScore,
            Trees = trees.GetRange(0, kept),
            TreeGroups = groups.GetRange(0, kept),
            FeatureCount = train.Features.Features,
            ParallelTrees = options.ParallelTrees,
            FeatureNames = options.FeatureNames,
            Attributes = attributes,
        };
    }

    // The leaves' histograms cost about one pass over every bin per leaf; counting the root costs one update per row and column.
    private bool ForecastPays()
    {
        if (loss.ShiftOf(0) is null || options is not { RowSample: 1, ParallelTrees: 1 }) return false;
        var leaves = options.MaxLeaves > 0 ? options.MaxLeaves : 1L << Math.Min(options.MaxDepth, 30);
        return (long)train.Rows * bins.Layout.Columns.Length > leaves * bins.Layout.Slots;
    }
}
