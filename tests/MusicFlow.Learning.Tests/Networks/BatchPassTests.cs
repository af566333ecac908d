using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Networks;

public sealed class BatchPassTests
{
    public static TheoryData<Objective> Objectives => [new Objective.SquaredError(), new Objective.Poisson(), new Objective.Logistic()];

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Every_gradient_is_the_slope_of_the_loss(Objective objective)
    {
        const float Step = 1e-3f;
        var shape = new NetworkShape(3, 5, 4, 1);
        var (pass, random) = (new BatchPass(shape, 6, backward: true), new SeededRandom(7));
        float[] parameters = Draw(shape.ParameterCount), inputs = Draw(18), gradient = new float[shape.ParameterCount];
        float[] targets = [0, 1, 1, 0, 1, 0], weights = [0.1f, 0.2f, 0.1f, 0.3f, 0.1f, 0.2f];

        Loss();
        pass.Backward(objective, parameters, targets, weights, gradient);

        for (var i = 0; i < parameters.Length; i++)
        {
            var kept = parameters[i];
            parameters[i] = kept + Step;
            var above = Loss();
            parameters[i] = kept - Step;
            var below = Loss();
            parameters[i] = kept;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 2e-3);
        }

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal() * 0.7f)];

        double Loss()
        {
            inputs.CopyTo(pass.Inputs(6));
            var margins = pass.Forward(parameters, 6).ToArray();
            return margins.Select((margin, row) => weights[row] * NetworkLoss.Loss(objective, margin, targets[row])).Sum();
        }
    }
}
