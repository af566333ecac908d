using System.Collections.Frozen;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands;

/// <summary>Every command that was added, by name: what help, menus and slash registration are made from. Immutable.</summary>
public sealed class CommandTable
{
    /// <summary>Names less alike than this are not proposed.</summary>
    const double Alike = 0.5;

    /// <summary>Longest text that is compared with the names.</summary>
    const int LongestName = 32;

    readonly FrozenDictionary<string, CommandSpec> byName;

    /// <summary>Makes the table.</summary>
    /// <param name="specs">Every command, in the order in which menus show them.</param>
    /// <exception cref="InvalidOperationException">Two commands share a name or alias, or a name holds other letters than <c>[a-z0-9_]</c>.</exception>
    public CommandTable(IEnumerable<CommandSpec> specs)
    {
        var all = specs.ToList();
        var names = new Dictionary<string, CommandSpec>(StringComparer.Ordinal);
        foreach (var spec in all)
            foreach (var name in spec.Aliases.Prepend(spec.Name))
            {
                if (name.Length is 0 or > LongestName || !name.All(IsNameLetter)) throw new InvalidOperationException($"\"{name}\" is no name for a command: 1 to {LongestName} letters of [a-z0-9_].");
                if (!names.TryAdd(name, spec)) throw new InvalidOperationException($"Two commands are called \"{name}\": {names[name].Name} and {spec.Name}.");
            }
        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
        Listed = [.. all.Where(spec => spec.IsListed)];
    }

    /// <summary>The commands that people type, in the order of menus.</summary>
    public IReadOnlyList<CommandSpec> Listed { get; }

    /// <summary>The command of a name or alias, lower case without slash; <see langword="null"/> when there is none.</summary>
    public CommandSpec? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The listed commands whose names come nearest to a word, the nearest first; may be empty.</summary>
    /// <param name="word">What somebody typed; too long a word is like none.</param>
    /// <param name="count">Most names to return.</param>
    public IReadOnlyList<CommandSpec> Nearest(string word, int count) => word.Length > LongestName
        ? []
        : [.. Listed.Select(spec => (spec, Score: spec.Aliases.Prepend(spec.Name).Max(name => TextSimilarity.ByEdits(word, name))))
            .Where(pair => pair.Score >= Alike).OrderByDescending(pair => pair.Score).Take(count).Select(pair => pair.spec)];

    static bool IsNameLetter(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_';
}
