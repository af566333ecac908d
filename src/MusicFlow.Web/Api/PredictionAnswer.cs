using MusicFlow.Core.Predictions;

namespace MusicFlow.Web.Api;

/// <summary>Answer of <c>/api/prediction/</c>.</summary>
internal sealed record PredictionAnswer
{
    /// <summary>Song as asked.</summary>
    public required string Song { get; init; }

    /// <summary>Artist as asked.</summary>
    public required string Artist { get; init; }

    /// <summary>Expected streams within 365 days, 0–30, rounded to two decimals.</summary>
    public required double Prediction { get; init; }

    /// <summary>What the number means.</summary>
    public required string Description { get; init; }

    /// <summary>Official names of the song that was found.</summary>
    public required SongMetadata SongMetadata { get; init; }

    /// <summary>The verdict, given on the unrounded prediction.</summary>
    public required VerdictShape Message { get; init; }

    /// <summary>Address of a sound sample; null where none is known.</summary>
    public required string? PreviewUrl { get; init; }

    /// <summary>Puts a prediction into the shape.</summary>
    public static PredictionAnswer Of(SongQuestion question, Prediction prediction) => new()
    {
        Song = question.Song,
        Artist = question.Artist,
        Prediction = Math.Round(prediction.Streams, 2),
        Description = "How many times a typical listener will stream the song within a year, judged by its audio features and metadata.",
        SongMetadata = SongMetadata.Of(prediction.Track),
        Message = new VerdictShape(prediction.Verdict.Emoji, prediction.Verdict.Text),
        PreviewUrl = null,
    };
}

/// <summary>The verdict.</summary>
/// <param name="Emoji">One emoji.</param>
/// <param name="Text">One line.</param>
internal sealed record VerdictShape(string Emoji, string Text);
