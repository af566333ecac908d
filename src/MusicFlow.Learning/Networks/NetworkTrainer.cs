using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Networks;

/// <summary>Trains a <see cref="MultilayerPerceptron"/>: seeded start, mini-batches, Adam, and the epoch that was best on the validation rows.</summary>
/// <remarks>One thread. Same options and samples give the same weights, bit for bit, whatever the vector width of the machine.</remarks>
public sealed class NetworkTrainer
{
    private readonly NetworkOptions _options;
    private readonly NetworkShape _shape;
    private readonly float[] _inputs, _targets, _weights, _parameters, _gradient;
    private readonly BatchPass _pass;

    private NetworkTrainer(Samples samples, Standardiser standardiser, TargetScale scale, NetworkOptions options)
    {
        _options = options;
        _shape = new NetworkShape([samples.Features.Features, .. options.HiddenLayers, 1]);
        _inputs = standardiser.Apply(samples.Features).Values;
        _targets = Array.ConvertAll(samples.Targets, scale.Shrink);
        _weights = samples.Weights ?? [.. Enumerable.Repeat(1f, samples.Rows)];
        _parameters = new float[_shape.ParameterCount];
        _gradient = new float[_shape.ParameterCount];
        _pass = new BatchPass(_shape, Math.Min(options.BatchSize, samples.Rows), backward: true);
    }

    /// <summary>Trains a network.</summary>
    /// <param name="training">At least one row, some weight above 0. Targets ≥ 0 for Poisson, 0 or 1 for logistic.</param>
    /// <param name="validation">Rows that choose the best epoch; <see langword="null"/> runs all epochs and keeps the last.</param>
    /// <param name="options">The settings.</param>
    /// <param name="ct">Looked at once per epoch.</param>
    /// <exception cref="ArgumentException">An option, a target or the shape of the validation rows is wrong, or no row has weight.</exception>
    public static MultilayerPerceptron Train(Samples training, Samples? validation, NetworkOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        CheckSamples(training, options.Objective, nameof(training));
        if (validation is not null) CheckSamples(validation, options.Objective, nameof(validation));
        if (validation is not null && validation.Features.Features != training.Features.Features)
            throw new ArgumentException("The validation rows have another number of features.", nameof(validation));
        var standardiser = Standardiser.Fit(training.Features);
        var scale = TargetScale.Of(training, options.Objective);
        var trainer = new NetworkTrainer(training, standardiser, scale, options);
        var judge = validation is null ? null : new NetworkTrainer(validation, standardiser, scale, options);
        var parameters = trainer.Run(judge, scale, ct);
        scale.FoldInto(trainer._shape, parameters);
        return new MultilayerPerceptron(options.Objective, standardiser, trainer._shape, parameters);
    }

    private float[] Run(NetworkTrainer? judge, TargetScale scale, CancellationToken ct)
    {
        var random = new SeededRandom(_options.Seed);
        Start(random, scale.Baseline);
        var adam = new Adam(_parameters.Length, _options.LearningRate);
        int[] order = [.. Enumerable.Range(0, _targets.Length)];
        var (best, bestLoss, bestEpoch) = ((float[])_parameters.Clone(), double.PositiveInfinity, 0);
        for (var epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            ct.ThrowIfCancellationRequested();
            random.Shuffle(order);
            for (var start = 0; start < order.Length; start += _options.BatchSize)
                Step(order.AsSpan(start, Math.Min(_options.BatchSize, order.Length - start)), adam);
            var loss = judge?.MeanLoss(_parameters) ?? double.NegativeInfinity;
            if (judge is null || loss < bestLoss)
            {
                (bestLoss, bestEpoch) = (loss, epoch);
                _parameters.CopyTo(best, 0);
            }
            if (_options.EarlyStoppingEpochs > 0 && epoch - bestEpoch >= _options.EarlyStoppingEpochs) break;
        }
        return best;
    }

    /// <summary>Weights normal with variance 2 / inputs (He et al. 2015, eq. 10); the output starts at the best constant.</summary>
    private void Start(SeededRandom random, double baseline)
    {
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            var spread = Math.Sqrt(2.0 / _shape.Widths[layer]);
            // A quiet output layer makes the first predictions nearly the baseline, which keeps e^margin calm.
            if (layer == _shape.Layers - 1) spread *= 0.1;
            foreach (ref var weight in _shape.Weights(_parameters, layer)) weight = (float)(random.NextNormal() * spread);
        }
        _shape.Biases(_parameters, _shape.Layers - 1)[0] = (float)baseline;
    }

    private void Step(ReadOnlySpan<int> rows, Adam adam)
    {
        Span<float> targets = new float[rows.Length], weights = new float[rows.Length];
        double total = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            (targets[i], weights[i]) = (_targets[rows[i]], _weights[rows[i]]);
            total += weights[i];
        }
        if (total <= 0) return;
        foreach (ref var weight in weights) weight = (float)(weight / total);
        Load(rows);
        _pass.Forward(_parameters, rows.Length);
        _pass.Backward(_options.Objective, _parameters, targets, weights, _gradient);
        AddPenalty();
        adam.Step(_parameters, _gradient);
    }

    private void AddPenalty()
    {
        var penalty = (float)_options.L2;
        for (var layer = 0; layer < _shape.Layers; layer++)
        {
            var weights = _shape.Weights(_parameters, layer);
            var gradient = _shape.Weights(_gradient, layer);
            for (var i = 0; i < weights.Length; i++) gradient[i] += penalty * weights[i];
        }
    }

    private void Load(ReadOnlySpan<int> rows)
    {
        var inputs = _pass.Inputs(rows.Length);
        var width = _shape.Widths[0];
        for (var i = 0; i < rows.Length; i++) _inputs.AsSpan(rows[i] * width, width).CopyTo(inputs[(i * width)..]);
    }

    /// <summary>Weighted mean loss over all rows, without penalty.</summary>
    private double MeanLoss(float[] parameters)
    {
        double loss = 0, total = 0;
        var rows = Enumerable.Range(0, _targets.Length).ToArray().AsSpan();
        for (var start = 0; start < rows.Length; start += _options.BatchSize)
        {
            var batch = rows.Slice(start, Math.Min(_options.BatchSize, rows.Length - start));
            Load(batch);
            var margins = _pass.Forward(parameters, batch.Length);
            for (var i = 0; i < batch.Length; i++)
            {
                loss += _weights[start + i] * NetworkLoss.Loss(_options.Objective, margins[i], _targets[start + i]);
                total += _weights[start + i];
            }
        }
        return loss / total;
    }

    private static void CheckSamples(Samples samples, Objective objective, string name)
    {
        if (samples.Rows == 0) throw new ArgumentException("There are no rows.", name);
        if (samples.Weights is { } weights && weights.All(w => w == 0)) throw new ArgumentException("No row has weight.", name);
        NetworkLoss.CheckTargets(objective, samples.Targets);
    }
}
