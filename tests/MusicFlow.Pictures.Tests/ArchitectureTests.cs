namespace MusicFlow.Pictures.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Pictures_need_nothing_but_the_runtime() =>
        Assert.All(typeof(Picture).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void The_fonts_licence_stands_in_the_build_output() =>
        Assert.Contains("Bitstream", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "licences", "DejaVu-fonts.txt")), StringComparison.Ordinal);
}
