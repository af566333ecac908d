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
    [InlineData("MusicFlow.Discord", "MusicFlow.Chat MusicFlow.Core")]
    [InlineData("MusicFlow.Telegram", "MusicFlow.Chat MusicFlow.Core")]
    public void A_project_knows_only_those_to_its_right(string project, string allowed)
    {
        var known = References(project).Where(name => name.StartsWith("MusicFlow.", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("MusicFlow.Discord")]
    [InlineData("MusicFlow.Telegram")]
    public void A_protocol_knows_nothing_of_music(string project)
    {
        var protocol = $"{project}.Protocol";

        var types = Assembly.Load(project).GetTypes().Where(type => type.Namespace?.StartsWith(protocol, StringComparison.Ordinal) == true);
        var known = types.SelectMany(Mentioned).Where(name => name.StartsWith("MusicFlow.", StringComparison.Ordinal) && !name.StartsWith(protocol, StringComparison.Ordinal));

        Assert.Empty(known.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_learner_needs_nothing_but_the_runtime() =>
        Assert.All(References("MusicFlow.Learning"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Core_names_no_database_no_platform_and_no_terminal() =>
        Assert.DoesNotContain(References("MusicFlow.Core"), name =>
            name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || name is "Dapper" or "Npgsql" or "Spectre.Console" or "System.CommandLine" or "CsvHelper");

    /// <summary>Namespaces of the types that stand in a type's members, bases and interfaces.</summary>
    private static IEnumerable<string> Mentioned(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(type.GetInterfaces()).Append(type.BaseType ?? type);
        return types.SelectMany(some => some.GenericTypeArguments.Append(some)).Select(some => some.Namespace ?? "");
    }

    private static IEnumerable<string> References(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!);
}
