using System.Reflection;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Tests.Localisation;

public sealed class LanguageTests
{
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_exists_and_every_word_is_used(string code)
    {
        var used = Fields().Concat(Families()).Order(StringComparer.Ordinal);

        // The texts of the pages stand in the same files; the tests of the pages hold them.
        Assert.Equal(used, Language.Of(code).Names.Where(name => !name.StartsWith("web.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_takes_the_arguments_of_the_English_one_in_the_same_plural_forms(string code)
    {
        var language = Language.Of(code);

        Assert.All(Language.English.Names, name =>
        {
            Assert.Equal(Language.English.PatternOf(name).Arguments.Order(StringComparer.Ordinal), language.PatternOf(name).Arguments.Order(StringComparer.Ordinal));
            Assert.Equal(Language.English.PatternOf(name).HasPlural, language.PatternOf(name).HasPlural);
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task What_menus_show_fits_into_menus(string code)
    {
        await using var chat = new Conversation();
        var language = Language.Of(code);

        foreach (var spec in chat.Get<IEnumerable<CommandSpec>>())
        {
            Assert.InRange(language[spec.Summary].Length, 1, 100);
            Assert.All(spec.Options, option => Assert.InRange(language[option.Description].Length, 1, 100));
        }
        Assert.All(language.Names.Where(name => name.StartsWith("button.", StringComparison.Ordinal)), name => Assert.InRange(language[new TextKey(name)].Length, 1, Button.LongestLabel));
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("DE_ch", "de")]
    [InlineData("den", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData(null, "en")]
    public void A_tag_finds_its_language(string? tag, string code) => Assert.Equal(code, Language.Of(tag).Code);

    [Theory]
    [InlineData("en", 1, "Please try again in 1 second.")]
    [InlineData("en", 0, "Please try again in 0 seconds.")]
    [InlineData("en", 8, "Please try again in 8 seconds.")]
    [InlineData("de", 1, "in 1 Sekunde noch")]
    [InlineData("de", 8, "in 8 Sekunden noch")]
    public void The_count_chooses_the_plural(string code, int count, string part) =>
        Assert.Contains(part, Language.Of(code).Say(Texts.TooFast, ("count", count)), StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_written_as_the_language_writes_them()
    {
        var reason = new Reason("loudness", [-4.08f], 1.2);

        Assert.Equal("its loudness of -4.1 dB", PredictionWords.Reason(Language.English, reason));
        Assert.Equal("seine Lautstärke von -4,1 dB", PredictionWords.Reason(Language.Of("de"), reason));
    }

    [Fact]
    public void A_missing_argument_is_a_mistake() => Assert.Throws<ArgumentException>(() => Language.English.Say(Texts.Broken));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_reason_has_words_for_known_unknown_and_nothing(string code) => Assert.All(Reason.Topics, topic =>
    {
        foreach (var value in new[] { float.NaN, 0, 1, 2, 11 })
            Assert.NotEmpty(PredictionWords.Reason(Language.Of(code), new Reason(topic, topic is "title" or "sound" ? [] : [value, value], 2)));
    });

    static IEnumerable<string> Fields() =>
        typeof(Texts).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => ((TextKey)field.GetValue(null)!).Name);

    /// <summary>Texts that are found by what they speak of.</summary>
    static IEnumerable<string> Families()
    {
        IEnumerable<TextKey> verdicts = Enum.GetValues<VerdictLevel>().Select(Texts.Verdict);
        IEnumerable<TextKey> faults = Enum.GetValues<QueryFault>().Select(Texts.Fault);
        IEnumerable<TextKey> features = TrackFact.Of(new TrackFacts()).Select(fact => Texts.Feature(fact.Name));
        return verdicts.Concat(faults).Concat(features).Concat(Reason.Topics.SelectMany(Forms)).Select(key => key.Name);
    }

    static IEnumerable<TextKey> Forms(string topic) => topic switch
    {
        "title" or "sound" => [Texts.Reason(topic)],
        "lyrics" => [Texts.Reason(topic, "explicit"), Texts.Reason(topic, "clean"), Texts.Reason(topic, "unknown")],
        "key" => [Texts.Reason(topic), Texts.Reason(topic, "major"), Texts.Reason(topic, "minor"), Texts.Reason(topic, "unknown")],
        "artist_plays" or "album_plays" or "own_plays" => [Texts.Reason(topic), Texts.Reason(topic, "none"), Texts.Reason(topic, "unknown")],
        _ => [Texts.Reason(topic), Texts.Reason(topic, "unknown")],
    };
}
