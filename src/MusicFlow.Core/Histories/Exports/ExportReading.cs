using System.Text;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>One reading of an export, file after file; holds one buffer, one pool of texts and the counts.</summary>
/// <param name="limits">How much the export may ask of us.</param>
/// <param name="latest">Plays that end later than this are absurd.</param>
/// <param name="sink">Where plays go.</param>
/// <param name="ct">Stops the reading.</param>
internal sealed class ExportReading(HistoryLimits limits, DateTimeOffset latest, IPlaySink sink, CancellationToken ct)
{
    const int PieceLength = 1 << 17;        // also the longest single JSON text, many times what a title may have

    readonly byte[] buffer = new byte[2 * PieceLength];
    readonly ReadAhead ahead = new(PieceLength);
    readonly TextPool texts = new(limits.TextLength);
    readonly List<Play> plays = [];
    readonly LibraryBuilder library = new(limits.LibraryItems);
    readonly ArtistCount artists = new();
    readonly List<HistoryFile> files = [];
    long bytes;

    /// <summary>Notes a file that is not read as JSON.</summary>
    public void Note(string name, HistoryFileKind kind, HistoryFileOutcome outcome, string sentence) =>
        files.Add(new HistoryFile(ExportNames.Shown(name), kind, outcome) { Problem = sentence });

    /// <summary>Reads one JSON file to its end, or refuses it as a whole.</summary>
    /// <param name="name">The file's name; tells kinds apart where contents are alike.</param>
    /// <param name="content">The file, from its beginning; read forwards only.</param>
    /// <param name="mostBytes">Most bytes it may have, and the sentence for more; <see langword="null"/> for no limit of its own.</param>
    public async Task ReadAsync(string name, Stream content, (long Bytes, string Sentence)? mostBytes = null)
    {
        var named = ExportNames.Promise(name);
        var tally = new FileTally();
        var rows = new RowTokens(named, texts, latest, plays, tally);
        var parser = new ExportParser(limits.Depth, rows, new LibraryTokens(named, texts, library));
        try
        {
            await PumpAsync(content, parser, mostBytes);
        }
        catch (ExportRefusedException refused)
        {
            plays.Clear();
            library.Drop();
            await sink.DropAsync(ct);
            Note(name, parser.Tokens?.Kind ?? named, HistoryFileOutcome.Refused, refused.Message);
            return;
        }
        library.Keep(parser.Tokens!.Kind);
        await sink.KeepAsync(ct);
        artists.Add(tally.Artists);
        files.Add(Taken(name, parser.Tokens.Kind, tally));
    }

    /// <summary>Everything that was read and noted.</summary>
    public HistorySummary Summarise() => new(files, library.Build(), artists.Count, Advice());

    static HistoryFile Taken(string name, HistoryFileKind kind, FileTally tally)
    {
        var taken = tally.Plays > 0 || kind is HistoryFileKind.AccountHistory or HistoryFileKind.ExtendedHistory or HistoryFileKind.Library or HistoryFileKind.Playlists;
        return taken
            ? tally.ToFile(ExportNames.Shown(name), kind, HistoryFileOutcome.Taken, problem: null)
            : tally.ToFile(ExportNames.Shown(name), kind, HistoryFileOutcome.Ignored, Sentences.Ignored(kind));
    }

    async Task PumpAsync(Stream content, ExportParser parser, (long Bytes, string Sentence)? most)
    {
        ahead.Begin(await DecodedAsync(content), ct);
        try
        {
            await ParseAsync(parser, most);
        }
        finally
        {
            await ahead.EndAsync();
        }
    }

    async Task ParseAsync(ExportParser parser, (long Bytes, string Sentence)? most)
    {
        var held = 0;
        var passed = 0L;
        for (var final = false; !final && !parser.Enough;)
        {
            if (held > PieceLength) throw new ExportRefusedException(Sentences.TextTooLong(passed));
            var read = await TakeAsync(buffer.AsMemory(held));
            held += read;
            final = read < PieceLength;
            Charge(read, passed + held, most);
            var mark = passed == 0 && buffer.AsSpan(0, held).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            if (final && passed == 0 && held == mark) throw new ExportRefusedException(Sentences.Empty);
            var used = mark + parser.Parse(buffer.AsSpan(mark, held - mark), final);
            buffer.AsSpan(used, held - used).CopyTo(buffer);
            held -= used;
            passed += used;
            await FlushAsync();
        }
    }

    async Task<Stream> DecodedAsync(Stream content)
    {
        try
        {
            return await ExportEncoding.ToUtf8Async(content, ct);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw new ExportRefusedException(Sentences.DamagedEntry);
        }
    }

    async Task<int> TakeAsync(Memory<byte> target)
    {
        try
        {
            return await ahead.TakeAsync(target);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw new ExportRefusedException(Sentences.DamagedEntry);
        }
    }

    void Charge(int read, long soFar, (long Bytes, string Sentence)? most)
    {
        bytes += read;
        if (bytes > limits.Bytes) throw new ExportRefusedException(Sentences.TooMuch(limits.Bytes));
        if (most is { } limit && soFar > limit.Bytes) throw new ExportRefusedException(limit.Sentence);
    }

    async Task FlushAsync()
    {
        if (plays.Count == 0) return;
        await sink.AddAsync(plays, ct);
        plays.Clear();
    }

    string? Advice()
    {
        if (files.Exists(file => file.Plays > 0)) return null;
        if (files.Find(file => file.Outcome == HistoryFileOutcome.Refused) is { } refused) return refused.Problem;
        if (files is [var only]) return only.Problem ?? Sentences.NoPlays;
        if (files.Exists(file => file.Kind is HistoryFileKind.AccountHistory or HistoryFileKind.ExtendedHistory)) return Sentences.NoPlays;
        return files.TrueForAll(file => file.Kind == HistoryFileKind.Other) ? Sentences.NothingOfSpotify : Sentences.AccountWithoutHistory;
    }
}
