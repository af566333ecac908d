using MusicFlow.Core.Tracks;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Receiving;

/// <summary>Proposes songs while one is typed, from the catalogue alone and quickly. Thread-safe.</summary>
/// <remarks>The value of a proposal is the song's id, so that what was chosen is what is meant; whoever types on is understood as ever.</remarks>
sealed class SongProposals(ITrackCatalog catalog, TimeProvider time)
{
    /// <summary>How long Discord's waiting person is made to wait.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    const int MostProposals = 10;
    const int MostCandidates = 25;
    const int LongestText = 100;

    /// <summary>Songs that look like a text, the likeliest first; none where it takes too long.</summary>
    public async Task<IReadOnlyList<CommandChoice>> ForAsync(string text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            var found = await catalog.FindCandidatesAsync(text.Length > LongestText ? text[..LongestText] : text, MostCandidates, either.Token);
            // What holds the very letters typed so far comes first: the catalogue looks for likeness, a person sees letters.
            return [.. found.Select(Choice).OfType<CommandChoice>().DistinctBy(choice => choice.Value)
                .OrderByDescending(choice => choice.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).Take(MostProposals)];
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return [];
        }
    }

    static CommandChoice? Choice(TrackFacts track)
    {
        if (track is not { Id: { } id, Title.Value: { } title, Artists.Value: { Count: > 0 } artists }) return null;
        var name = Rendering.Markdown.Plain($"{title} — {string.Join(", ", artists)}", LongestText);
        return name.Length == 0 ? null : new CommandChoice(name, id.ToString());
    }
}
