using System.Reflection;

namespace MusicFlow.Bot.Tests;

/// <summary>The arrows of docs/ARCHITECTURE.md that project files alone would let slip.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("MusicFlow.Learning", "")]
    [InlineData("MusicFlow.Core", "MusicFlow.Learning")]
    [InlineData("MusicFlow.Storage", "MusicFlow.Core MusicFlow.Learning")]
    [InlineData("MusicFlow.Catalogs", "MusicFlow.Core MusicFlow.Learning")]
    [InlineData("MusicFlow.Chat", "MusicFlow.Core MusicFlow.Learning MusicFlow.Pictures")]
    [InlineData("MusicFlow.Web", "MusicFlow.Chat MusicFlow.Pictures MusicFlow.Core MusicFlow.Learning")]
    public void A_project_knows_only_those_to_its_right(string project, string allowed)
    {
        var known = References(project).Where(name => name.StartsWith("MusicFlow.", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Fact]
    public void The_learner_needs_nothing_but_the_runtime() =>
        Assert.All(References("MusicFlow.Learning"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Core_names_no_database_no_platform_and_no_terminal() =>
        Assert.DoesNotContain(References("MusicFlow.Core"), name =>
            name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name is "Dapper" or "Npgsql" or "Spectre.Console" or "System.CommandLine" or "CsvHelper");

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);
}
