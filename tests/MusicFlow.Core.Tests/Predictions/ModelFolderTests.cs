using System.Text.Json;
using System.Text.Json.Nodes;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Core.Tests.Predictions;

public sealed class ModelFolderTests : IClassFixture<TrainedModelFixture>, IDisposable
{
    private readonly TrainedArtifact _artifact;
    private readonly string _folder = Directory.CreateTempSubdirectory("musicflow-model").FullName;

    public ModelFolderTests(TrainedModelFixture trained) => _artifact = trained.Artifact;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Place => Path.Combine(_folder, "mine");

    [Fact]
    public void A_saved_model_answers_the_same_to_the_bit()
    {
        Save();

        var loaded = ModelFolder.Load(Place);

        Assert.Equal(_artifact.Model, ModelFolder.Bytes(loaded.Model));
        Assert.Equal(_artifact.Metadata.Features, loaded.Features.Select(feature => feature.Name));
        Assert.Equal(_artifact.Metadata.Calibration.Range(Expectation.Of(3.3)), loaded.Metadata.Calibration.Range(Expectation.Of(3.3)));
        Assert.Equal(_artifact.Metadata.Calibration.ProbabilityOfAStream(Expectation.Of(0.7)), loaded.Metadata.Calibration.ProbabilityOfAStream(Expectation.Of(0.7)));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_model_as_it_was()
    {
        Save();
        var before = Directory.EnumerateFiles(Place).ToDictionary(file => file, File.ReadAllBytes);

        var failure = Assert.Throws<IOException>(() => new ModelPlace(Place).Write(
            new Dictionary<string, byte[]> { ["model.json"] = new byte[5000], ["metadata.json"] = new byte[10] }, path => new FullDisk(File.Create(path), 1000)));

        Assert.Contains("The old model is as it was", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before.Keys.Order(), Directory.EnumerateFiles(Place).Order());
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Equal([Place], Directory.EnumerateDirectories(_folder));
    }

    [Fact]
    public void A_new_model_takes_the_place_of_the_old_one_whole()
    {
        Save();
        File.WriteAllText(Path.Combine(Place, "model.json"), "of the old model");

        Save();

        Assert.Equal(_artifact.Model, File.ReadAllBytes(Path.Combine(Place, "model.json")));
        Assert.Equal(["MODEL_CARD.md", "metadata.json", "model.json"], Directory.EnumerateFiles(Place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("mine/diary.txt")]
    [InlineData("mine/model.json/diary.txt")]
    [InlineData("mine.old/diary.txt")]
    [InlineData("mine.new/diary.txt")]
    [InlineData("mine")]
    public void Files_that_are_no_model_are_never_replaced_by_one(string file)
    {
        var precious = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(precious)!);
        File.WriteAllText(precious, "precious");

        var early = Assert.Throws<IOException>(() => ModelFolder.ThrowIfUnusable(Place));
        var late = Assert.Throws<IOException>(Save);

        Assert.Contains("name another folder", early.Message, StringComparison.Ordinal);
        Assert.Equal(early.Message, late.Message);
        Assert.Equal("precious", File.ReadAllText(precious));
    }

    [Fact]
    public void Asking_whether_a_folder_can_be_written_leaves_nothing_behind()
    {
        ModelFolder.ThrowIfUnusable(Place);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("metadata.json")]
    [InlineData("model.json")]
    public void A_missing_file_is_named(string file)
    {
        Save();
        File.Delete(Path.Combine(Place, file));

        Assert.Contains(file, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_file_of_another_run_is_refused()
    {
        Save();
        File.AppendAllText(Path.Combine(Place, "model.json"), " ");

        Assert.Contains("is not the file that metadata.json describes", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"format\":1}")]
    [InlineData("\0\u0001garbage")]
    public void Damaged_or_foreign_metadata_is_refused(string text)
    {
        Save();
        File.WriteAllText(Path.Combine(Place, "metadata.json"), text);

        Assert.Contains("metadata.json", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("format", "\"one\"")]
    [InlineData("id", "\"\\u001b[31mred\"")]
    [InlineData("calibration", "{}")]
    [InlineData("calibration.counts", "{}")]
    [InlineData("calibration.counts", "{\"dispersion\":0,\"cap\":30}")]
    [InlineData("calibration.counts.cap", "31")]
    [InlineData("calibration.levels.edges", "[2,1]")]
    [InlineData("calibration.ranges.thresholds", "null")]
    [InlineData("calibration.ranges.thresholds", "[]")]
    [InlineData("calibration.probability.scores", "[]")]
    [InlineData("features", "[null]")]
    [InlineData("withheld", "[null]")]
    [InlineData("scores", "{\"track\":null}")]
    [InlineData("scores", "{\"track\":{\"model\":null}}")]
    [InlineData("data.files", "[null]")]
    public void Metadata_with_a_hole_or_a_part_that_does_not_fit_is_refused(string path, string json)
    {
        Change(metadata =>
        {
            var names = path.Split('.');
            names[..^1].Aggregate(metadata, (node, name) => node[name]!)[names[^1]] = JsonNode.Parse(json);
        });

        Assert.Contains("metadata.json", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_classes_is_refused()
    {
        Change(metadata =>
        {
            var model = System.Text.Encoding.UTF8.GetString(_artifact.Model).Replace("\"count:poisson\"", "\"binary:logistic\"", StringComparison.Ordinal).Replace("\"reg:tweedie\"", "\"binary:logistic\"", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(Place, "model.json"), model);
            metadata["modelSha256"] = ModelFolder.Sha256(File.ReadAllBytes(Path.Combine(Place, "model.json")));
        });

        Assert.NotEmpty(Refusal());
    }

    [Fact]
    public void A_newer_layout_asks_for_an_update()
    {
        Change(metadata => metadata["format"] = 99);

        Assert.Contains("made by a newer version", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_of_another_version_is_named()
    {
        Change(metadata => metadata["features"]![0] = "astrological_sign");

        Assert.Contains("astrological_sign", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_another_number_of_features_is_refused()
    {
        Change(metadata => metadata["features"]!.AsArray().RemoveAt(0));

        Assert.Contains("features", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_card_tells_data_scores_limits_and_the_licence_caution()
    {
        Assert.Contains("## Training data", _artifact.Card, StringComparison.Ordinal);
        Assert.Contains("| seed_recipe |", _artifact.Card, StringComparison.Ordinal);
        Assert.Contains("## Limits", _artifact.Card, StringComparison.Ordinal);
        Assert.Contains("terms forbid", _artifact.Card, StringComparison.Ordinal);
    }

    private void Save() => ModelFolder.Save(Place, _artifact.Model, _artifact.Metadata, _artifact.Card);

    private string Refusal() => Assert.Throws<ModelFormatException>(() => ModelFolder.Load(Place)).Message;

    private void Change(Action<JsonNode> change)
    {
        Save();
        var file = Path.Combine(Place, "metadata.json");
        var metadata = JsonNode.Parse(File.ReadAllText(file))!;
        change(metadata);
        File.WriteAllText(file, metadata.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private sealed class FullDisk(FileStream file, int room) : Stream
    {
        private int _room = room;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (count > _room) throw new IOException("No space left on device.");
            _room -= count;
            file.Write(buffer, offset, count);
        }

        public override void Flush() => file.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) file.Dispose();
            base.Dispose(disposing);
        }
    }
}
