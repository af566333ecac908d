using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Boosting;

/// <summary>Refuses samples that do not fit the options, with one sentence that says why.</summary>
internal static class TrainingChecks
{
    /// <exception cref="TrainingRefusedException">A setting or the samples cannot be trained with.</exception>
    public static void Require(Samples train, Samples? validation, BoostingOptions options)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var loss = Loss.For(options.Objective);
        if (train.Rows == 0) throw new TrainingRefusedException("There are no training samples.");
        if (options.BaseScore is { } score && loss.RefuseBase(score) is { } wrong) throw new TrainingRefusedException(wrong);
        if (options.FeatureNames.Count != 0 && options.FeatureNames.Count != train.Features.Features)
            throw new TrainingRefusedException($"{options.FeatureNames.Count} feature names do not fit {train.Features.Features} features.");
        RequireTargets(train, loss, "training");
        RequireFeatures(train.Features);
        if (validation is null)
        {
            if (options.EarlyStoppingRounds > 0) throw new TrainingRefusedException("Early stopping needs validation samples.");
            return;
        }
        if (validation.Rows == 0) throw new TrainingRefusedException("There are no validation samples.");
        if (validation.Features.Features != train.Features.Features)
            throw new TrainingRefusedException($"The validation samples have {validation.Features.Features} features, the training samples {train.Features.Features}.");
        RequireTargets(validation, loss, "validation");
    }

    private static void RequireTargets(Samples samples, Loss loss, string which)
    {
        for (var row = 0; row < samples.Rows; row++)
        {
            if (!float.IsFinite(samples.Targets[row])) throw new TrainingRefusedException($"The target of {which} row {row} is not finite.");
            if (loss.Refuse(samples.Targets[row]) is { } wrong)
                throw new TrainingRefusedException(FormattableString.Invariant($"{wrong} Row {row} of the {which} samples has {samples.Targets[row]}."));
        }
    }

    // The matrix refused infinities when it was made; its array may have been written since, and an infinite value would have no bin.
    private static void RequireFeatures(FeatureMatrix features)
    {
        for (var i = 0; i < features.Values.Length; i++)
            if (float.IsInfinity(features.Values[i]))
                throw new TrainingRefusedException($"Feature {i % features.Features} of training row {i / features.Features} is infinite; use NaN for missing.");
    }
}
