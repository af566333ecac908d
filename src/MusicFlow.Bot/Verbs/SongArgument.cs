using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary>The song that <c>predict</c> and <c>features</c> ask for: read, looked up, or answered with what comes nearest.</summary>
internal static class SongArgument
{
    /// <summary>The words need no quotes; a word like an option that does not exist is refused rather than searched for.</summary>
    public static Argument<string[]> Create()
    {
        var song = new Argument<string[]>("song")
        {
            Description = "\"song - artist\", or a link to a track on Spotify, Deezer or Apple Music.",
            Arity = ArgumentArity.OneOrMore,
        };
        song.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"There is no option {option.Value}.");
        });
        return song;
    }

    /// <summary>Reads the words of the command line as one query.</summary>
    /// <exception cref="UsageException">The text is no query; the message says what is wrong.</exception>
    public static TrackQuery Query(ParseResult parsed, Argument<string[]> song) =>
        TrackQuery.TryParse(string.Join(' ', parsed.GetValue(song) ?? []), out var query, out var problem) ? query : throw new UsageException(problem);

    /// <summary>Finds the track; else says on stderr which ones it could be and returns <see langword="null"/>.</summary>
    public static async Task<TrackFacts?> FindAsync(IServiceProvider services, TrackQuery query, CancellationToken ct)
    {
        var terminal = services.GetRequiredService<Terminal>();
        switch (await services.GetRequiredService<TrackFinder>().FindAsync(query, ct))
        {
            case TrackMatch.Found(var track):
                return track;
            case TrackMatch.Several(var tracks):
                Say(terminal, "Which one do you mean? Write song - artist as here:", tracks);
                return null;
            case TrackMatch.None none:
                SayNone(terminal, services.GetRequiredService<ProviderList>().IsOffline, none);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void SayNone(Terminal terminal, bool isOffline, TrackMatch.None none)
    {
        var others = (isOffline, none.Away.Count) switch
        {
            (true, _) => " (\"musicflow catalog import FILE.csv\" adds some).",
            (_, 0) => ", and no provider knows it.",
            _ => $", and {string.Join(", ", none.Away)} gave no answer: try again later.",
        };
        Say(terminal, $"The catalogue holds no such song{others}{(none.Nearest.Count == 0 ? "" : " Nearest:")}", [.. none.Nearest.Select(track => track.Track)]);
    }

    private static void Say(Terminal terminal, string sentence, IReadOnlyList<TrackFacts> tracks)
    {
        terminal.Say($"[yellow]{sentence}[/]");
        foreach (var track in tracks)
            terminal.Say($"  {track.Title?.Value} - {string.Join(", ", track.Artists?.Value ?? [])}{(track.Released is { } released ? $" ({released.Value.Year})" : "")}");
    }
}
