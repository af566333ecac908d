using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Localisation;

/// <summary>Every text that the bot says, by what it is for. The words stand in the language files beside this one; a test holds both together.</summary>
static partial class Texts
{
    // The road.
    public static readonly TextKey Busy = new("busy");
    public static readonly TextKey TooFast = new("too_fast");
    public static readonly TextKey Broken = new("broken");
    public static readonly TextKey UnknownCommand = new("unknown_command");
    public static readonly TextKey UnknownCommandNear = new("unknown_command.near");

    // What only a platform can say.
    public static readonly TextKey AskInPrivate = new("ask_in_private");
    public static readonly TextKey InlineHint = new("inline.hint");

    // Words that many answers share.
    public static readonly TextKey Unknown = new("unknown");
    public static readonly TextKey Percent = new("percent");
    public static readonly TextKey OfHundred = new("of_hundred");
    public static readonly TextKey Bpm = new("bpm");
    public static readonly TextKey WhoseTypical = new("whose.typical");
    public static readonly TextKey WhoseYou = new("whose.you");
    public static readonly TextKey SongUsage = new("option.song.usage");
    public static readonly TextKey SongOption = new("option.song");
    public static readonly TextKey ForExample = new("for_example");
    public static readonly TextKey ButtonWhy = new("button.why");
    public static readonly TextKey ButtonFeatures = new("button.features");
    public static readonly TextKey ButtonWrong = new("button.wrong");
    public static readonly TextKey ButtonHelp = new("button.help");

    // Which song is meant.
    public static readonly TextKey WhichOne = new("song.which");
    public static readonly TextKey DidYouMean = new("song.did_you_mean");
    public static readonly TextKey NotFound = new("song.not_found");
    public static readonly TextKey NotFoundNearest = new("song.not_found.nearest");
    public static readonly TextKey UnknownLink = new("song.unknown_link");
    public static readonly TextKey PickSummary = new("pick.summary");
    public static readonly TextKey PickGone = new("pick.gone");

    // A prediction.
    public static readonly TextKey PredictSummary = new("predict.summary");
    public static readonly TextKey HeadlineTypical = new("predict.headline.typical");
    public static readonly TextKey HeadlineYou = new("predict.headline.you");
    public static readonly TextKey Range = new("predict.range");
    public static readonly TextKey RangeOne = new("predict.range.one");
    public static readonly TextKey RangeOpen = new("predict.range.open");
    public static readonly TextKey RangeBetween = new("predict.range.between");
    public static readonly TextKey Chance = new("predict.chance");
    public static readonly TextKey LittleKnown = new("predict.little_known");
    public static readonly TextKey Album = new("predict.album");
    public static readonly TextKey Released = new("predict.released");
    public static readonly TextKey Length = new("predict.length");
    public static readonly TextKey PredictFooter = new("predict.footer");
    public static readonly TextKey NoReasons = new("reasons.none");
    public static readonly TextKey ReasonUp = new("reasons.up");
    public static readonly TextKey ReasonDown = new("reasons.down");

    // Help.
    public static readonly TextKey HelpSummary = new("help.summary");
    public static readonly TextKey HelpTitle = new("help.title");
    public static readonly TextKey HelpIntro = new("help.intro");
    public static readonly TextKey HelpLine = new("help.line");
    public static readonly TextKey HelpMore = new("help.more");
    public static readonly TextKey HelpOption = new("help.option");
    public static readonly TextKey HelpOptional = new("help.option.optional");
    public static readonly TextKey HelpChoices = new("help.choices");
    public static readonly TextKey HelpExamples = new("help.examples");
    public static readonly TextKey CommandNameOption = new("option.command");

    /// <summary>The line of a verdict.</summary>
    public static TextKey Verdict(VerdictLevel level) => new($"verdict.{level.ToString().ToLowerInvariant()}");

    /// <summary>What is wrong with a text that names no song.</summary>
    public static TextKey Fault(QueryFault fault) => new($"fault.{fault.ToString().ToLowerInvariant()}");

    /// <summary>The words for a topic of reasons.</summary>
    /// <param name="topic">Its name.</param>
    /// <param name="form">Which of its forms; <see langword="null"/> for the usual one.</param>
    public static TextKey Reason(string topic, string? form = null) => new(form is null ? $"reason.{topic}" : $"reason.{topic}.{form}");

    /// <summary>The name of a feature or fact.</summary>
    public static TextKey Feature(string name) => new($"feature.{name}");
}
