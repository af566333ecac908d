using MusicFlow.Core.Histories;

namespace MusicFlow.Core.Tests.Histories;

public sealed class InputFileTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("musicflow");

    [Fact]
    public void A_file_with_bytes_is_readable_through_a_link_too()
    {
        var file = Path.Combine(folder.FullName, "plays.json");
        File.WriteAllText(file, "[]");
        var link = Path.Combine(folder.FullName, "link.json");
        File.CreateSymbolicLink(link, file);

        Assert.True(InputFile.HoldsBytes(file));
        Assert.True(InputFile.HoldsBytes(link));
    }

    [Fact]
    public void An_empty_file_a_missing_one_and_a_device_hold_nothing()
    {
        var empty = Path.Combine(folder.FullName, "empty.json");
        File.WriteAllText(empty, "");

        Assert.False(InputFile.HoldsBytes(empty));
        Assert.False(InputFile.HoldsBytes(Path.Combine(folder.FullName, "missing.json")));
        if (File.Exists("/dev/zero")) Assert.False(InputFile.HoldsBytes("/dev/zero"));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
