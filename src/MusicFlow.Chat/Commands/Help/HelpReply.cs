using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Commands.Help;

/// <summary>Commands as help.</summary>
static class HelpReply
{
    const int MostButtons = 3;

    public static Reply All(Language words, IReadOnlyList<CommandSpec> specs) => new([
        new Block.Title(words[Texts.HelpTitle]),
        new Block.Text(words[Texts.HelpIntro]),
        new Block.Lines([.. specs.Select(spec => words.Say(Texts.HelpLine, ("usage", Usage(words, spec)), ("summary", words[spec.Summary])))]),
        new Block.Footer(words[Texts.HelpMore]),
    ])
    {
        Buttons = [.. specs.SelectMany(Examples).Take(1)],
    };

    public static Reply One(Language words, CommandSpec spec) => new([
        new Block.Title(Usage(words, spec)),
        new Block.Text(words[spec.Summary]),
        .. spec.Options.Count == 0 ? Enumerable.Empty<Block>() : [new Block.Lines([.. spec.Options.Select(option => Option(words, option))])],
        .. spec.Examples.Count == 0 ? Enumerable.Empty<Block>() : [new Block.Text(words[Texts.HelpExamples]), new Block.Lines([.. spec.Examples.Select(example => Typed(spec, example))])],
    ])
    {
        Buttons = [.. Examples(spec).Take(MostButtons)],
    };

    /// <summary>Such as <c>/predict song - artist</c>; what may be left out stands in brackets.</summary>
    static string Usage(Language words, CommandSpec spec) =>
        string.Join(' ', spec.Options.Select(option => option.IsRequired ? Place(words, option) : $"[{Place(words, option)}]").Prepend($"/{spec.Name}"));

    static string Place(Language words, CommandOption option) =>
        option.IsSong ? words[Texts.SongUsage] : option.Choices.Count > 0 ? string.Join('|', option.Choices) : option.Name;

    static string Option(Language words, CommandOption option)
    {
        var description = option.Choices.Count == 0
            ? words[option.Description]
            : words.Say(Texts.HelpChoices, ("description", words[option.Description]), ("choices", string.Join(", ", option.Choices)));
        return words.Say(option.IsRequired ? Texts.HelpOption : Texts.HelpOptional, ("name", option.Name), ("description", description));
    }

    /// <summary>Examples that fit on a button.</summary>
    static IEnumerable<Button> Examples(CommandSpec spec) => spec.Examples
        .Select(example => new Button(Fitting.Cut(Typed(spec, example), Button.LongestLabel), Typed(spec, example)))
        .Where(button => System.Text.Encoding.UTF8.GetByteCount(button.Command) <= Button.MostBytes)
        .DistinctBy(button => button.Label);

    static string Typed(CommandSpec spec, string example) => $"/{spec.Name} {example}".TrimEnd();
}
