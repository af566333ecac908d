using System.Text;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Networks;

public sealed class NetworkJsonTests
{
    private const string Good = """{"format":"musicflow-network/1","objective":"poisson","means":[1],"deviations":[2],"layers":[{"weights":[1,2],"biases":[0,0]},{"weights":[3,4],"biases":[5]}]}""";

    [Fact]
    public void A_network_survives_the_file_bit_for_bit()
    {
        var random = new SeededRandom(5);
        var features = new FeatureMatrix([.. Enumerable.Range(0, 400).Select(_ => (float)random.NextNormal())], 100, 4);
        float[] targets = [.. Enumerable.Range(0, 100).Select(i => i % 3 == 0 ? 1f : 0)];
        var options = new NetworkOptions { Objective = new Objective.Logistic(), HiddenLayers = [8, 7, 6], Epochs = 3 };
        var network = NetworkTrainer.Train(new Samples(features, targets), null, options, CancellationToken.None);
        using var file = new MemoryStream();

        NetworkJson.Write(network, file);
        file.Position = 0;
        var read = NetworkJson.Read(file);

        Assert.Equal(network.Parameters, read.Parameters);
        Assert.Equal(network.Predict(features), read.Predict(features));
        Assert.Equal(network.Objective, read.Objective);
    }

    [Fact]
    public void The_file_is_plain_enough_to_be_written_by_hand() => Assert.Equal(Math.Exp(3 * 0.5 + 4 * 1 + 5), Read(Good).Predict([2]), 1e-2);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\":")]
    public void What_is_no_network_file_is_refused(string text) => Assert.Throws<InvalidDataException>(() => Read(text));

    [Theory]
    [InlineData("network/1", "network/2")]
    [InlineData("poisson", "tweedie")]
    [InlineData("\"means\":[1]", "\"means\":[]")]
    [InlineData("\"means\":[1]", "\"means\":null")]
    [InlineData("\"deviations\":[2]", "\"deviations\":[-2]")]
    [InlineData("\"deviations\":[2]", "\"deviations\":[2,2]")]
    [InlineData("\"weights\":[1,2]", "\"weights\":[1,2,3]")]
    [InlineData("\"weights\":[1,2]", "\"weights\":[1,1e99]")]
    [InlineData("\"weights\":[1,2]", "\"weights\":[1,\"NaN\"]")]
    [InlineData("\"biases\":[5]", "\"biases\":[]")]
    [InlineData("\"biases\":[5]", "\"biases\":[5,6]")]
    [InlineData("{\"weights\":[1,2],\"biases\":[0,0]},", "")]
    [InlineData("{\"weights\":[1,2],\"biases\":[0,0]}", "null")]
    [InlineData("\"means\"", "\"extra\":1,\"means\"")]
    [InlineData("\"means\"", "\"means\":[0],\"means\"")]
    public void A_file_with_one_wrong_part_is_refused(string part, string wrong) =>
        Assert.Throws<InvalidDataException>(() => Read(Good.Replace(part, wrong, StringComparison.Ordinal)));

    [Fact]
    public void A_layer_wider_than_allowed_is_refused()
    {
        var zeros = string.Join(',', Enumerable.Repeat("0", 1025));
        var wide = $$"""{"format":"musicflow-network/1","objective":"poisson","means":[1],"deviations":[2],"layers":[{"weights":[{{zeros}}],"biases":[{{zeros}}]},{"weights":[{{zeros}}],"biases":[5]}]}""";

        Assert.Throws<InvalidDataException>(() => Read(wide));
    }

    private static MultilayerPerceptron Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return NetworkJson.Read(stream);
    }
}
