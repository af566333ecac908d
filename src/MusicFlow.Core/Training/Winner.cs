using MusicFlow.Core.Predictions;
using MusicFlow.Learning;

namespace MusicFlow.Core.Training;

/// <summary>What a run's model is made of: the smallest of the best candidates, or the best ones blended where that is worth its size.</summary>
/// <param name="Members">The candidates' cross-validations; several are averaged margin by margin.</param>
/// <param name="Run">The cross-validation of the whole.</param>
public sealed record Winner(IReadOnlyList<CrossValidated> Members, CrossValidated Run)
{
    private const int MostMembers = 6;

    /// <summary>Deviances closer than this share count as equal: the smaller model is taken.</summary>
    private const double Equal = 0.005;

    /// <summary>What it is, in words.</summary>
    public string Name => Members.Count == 1 ? Members[0].Candidate.Name : "blend of " + string.Join(" + ", Members.Select(member => member.Candidate.Name));

    /// <summary>Settings by name, the members' beside each other.</summary>
    public IReadOnlyDictionary<string, string> Parameters => Members[0].Candidate.Parameters.Keys.ToDictionary(
        name => name, name => string.Join(" / ", Members.Select(member => member.Candidate.Parameters[name])), StringComparer.Ordinal);

    /// <summary>Chooses by Poisson deviance on rows that no member had learnt from.</summary>
    /// <remarks>A blend goes down the ranking and takes each candidate that still fits. Their number is not tuned: averaging hardly ever harms, and the deviance of few rows tells little about it.</remarks>
    /// <param name="ranking">All candidates, best first.</param>
    /// <param name="targets">Streams, length rows.</param>
    /// <param name="limits">When a blend is worth its size, which is told by its members' folds.</param>
    public static Winner Of(IReadOnlyList<CrossValidated> ranking, float[] targets, BlendLimits limits)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(limits);
        var best = ranking.Where(run => run.Deviance <= ranking[0].Deviance * (1 + Equal)).MinBy(Nodes)!;
        var members = new List<CrossValidated>();
        foreach (var run in ranking.Where(run => run.Candidate.CanBlend))
            if (members.Count < MostMembers && members.Sum(Nodes) + Nodes(run) <= limits.MostNodes) members.Add(run);
        if (members.Count < 2) return new Winner([best], best);
        var blend = Blend(members, targets);
        return blend.Run.Deviance < ranking[0].Deviance * (1 - limits.LeastGain) ? blend : new Winner([best], best);
    }

    /// <summary>Averages all members' margins.</summary>
    /// <param name="members">Candidates that can be blended, at least one.</param>
    /// <param name="targets">Streams, length rows.</param>
    public static Winner Blend(IReadOnlyList<CrossValidated> members, float[] targets)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(targets);
        var margins = new float[targets.Length];
        for (var row = 0; row < margins.Length; row++) margins[row] = members.Average(member => member.Margins[row]);
        return new Winner(members, CrossValidated.Of(members[0].Candidate, margins, Chances(members, targets.Length), members[0].Models, targets));
    }

    /// <summary>Learns the members from all rows and puts them together.</summary>
    public IMarginModel Refit(Samples samples, CancellationToken ct)
    {
        var models = Members.Select(member => member.Candidate.Refit(samples, member.Models, ct)).ToList();
        return models.Count == 1 ? models[0] : TreeModel.Average([.. models.Cast<TreeModel>()]);
    }

    /// <summary>What the members that tell of the chance add to the blend, in the blend's own measure: each tree counts 1 / members.</summary>
    private static float[]? Chances(IReadOnlyList<CrossValidated> members, int rows)
    {
        var told = members.Where(member => member.Chances is not null).Select(member => member.Chances!).ToList();
        return told.Count == 0 ? null : [.. Enumerable.Range(0, rows).Select(row => told.Sum(chances => chances[row]) / members.Count)];
    }

    private static double Nodes(CrossValidated run) => run.Models.Average(model => model.Size);
}
