using System.Text.Json;
using System.Text.Json.Serialization;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Networks;

/// <summary>Reads and writes a <see cref="MultilayerPerceptron"/> as JSON. A read network predicts bit for bit as the written one.</summary>
public static class NetworkJson
{
    /// <summary>Files above this size are refused before they are read: 64 MiB.</summary>
    public const int MaxBytes = 64 << 20;

    private const string Format = "musicflow-network/1";

    /// <summary>Writes the network.</summary>
    public static void Write(MultilayerPerceptron network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        var (shape, parameters) = (network.Shape, network.Parameters);
        var layers = Enumerable.Range(0, shape.Layers).Select(i => new LayerFile(shape.Weights(parameters, i).ToArray(), shape.Biases(parameters, i).ToArray()));
        var file = new NetworkFile(Format, NameOf(network.Objective), network.Standardiser.Means, network.Standardiser.Deviations, [.. layers]);
        JsonSerializer.Serialize(stream, file, NetworkFileContext.Default.NetworkFile);
    }

    /// <summary>Reads a network and checks every number of it.</summary>
    /// <param name="stream">At most <see cref="MaxBytes"/> bytes.</param>
    /// <exception cref="InvalidDataException">The file is too large, no network of this format, or its numbers do not fit together.</exception>
    public static MultilayerPerceptron Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            var file = JsonSerializer.Deserialize(ReadCapped(stream), NetworkFileContext.Default.NetworkFile)
                ?? throw new InvalidDataException("The network file is empty.");
            return ToNetwork(file);
        }
        catch (Exception ex) when (ex is JsonException or ArgumentException)
        {
            throw new InvalidDataException("The file is no valid network: " + ex.Message, ex);
        }
    }

    private static MultilayerPerceptron ToNetwork(NetworkFile file)
    {
        Require(file.Format == Format, "unknown format");
        Require(file.Layers.Length is >= 2 and <= 4, "number of layers");
        Require(file.Layers.All(layer => layer is not null), "a layer is missing");
        var standardiser = new Standardiser(file.Means, file.Deviations);
        int[] widths = [file.Means.Length, .. file.Layers.Select(layer => layer.Biases.Length)];
        Require(widths[0] <= 1 << 16 && widths[1..].All(width => width is >= 1 and <= NetworkShape.MaxWidth) && widths[^1] == 1, "width of a layer");
        for (var i = 0; i < file.Layers.Length; i++)
        {
            Require(file.Layers[i].Weights.Length == widths[i] * widths[i + 1], "number of weights");
            Require(file.Layers[i].Weights.All(float.IsFinite) && file.Layers[i].Biases.All(float.IsFinite), "a weight is not finite");
        }
        float[] parameters = [.. file.Layers.SelectMany(layer => layer.Weights.Concat(layer.Biases))];
        return new MultilayerPerceptron(ObjectiveOf(file.Objective), standardiser, new NetworkShape(widths), parameters);
    }

    private static byte[] ReadCapped(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            Require(memory.Length + read <= MaxBytes, "too large");
            memory.Write(buffer, 0, read);
        }
        return memory.ToArray();
    }

    private static string NameOf(Objective objective) => objective switch
    {
        Objective.SquaredError => "squared-error",
        Objective.Poisson => "poisson",
        _ => "logistic",
    };

    private static Objective ObjectiveOf(string name) => name switch
    {
        "squared-error" => new Objective.SquaredError(),
        "poisson" => new Objective.Poisson(),
        "logistic" => new Objective.Logistic(),
        _ => throw new InvalidDataException("The file is no valid network: unknown objective."),
    };

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new InvalidDataException("The file is no valid network: " + what + ".");
    }
}

internal sealed record LayerFile(float[] Weights, float[] Biases);

internal sealed record NetworkFile(string Format, string Objective, float[] Means, float[] Deviations, LayerFile[] Layers);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8, AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(NetworkFile))]
internal sealed partial class NetworkFileContext : JsonSerializerContext;
