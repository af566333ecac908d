using MusicFlow.Chat.Commands;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Pictures;

namespace MusicFlow.Chat.Drawings;

/// <summary>Draws the pictures of replies, each with a text that says the same; none where the chat wants it quiet. Thread-safe.</summary>
sealed class SongPictures(PictureCache cache)
{
    /// <summary>The card of a prediction.</summary>
    public IEnumerable<Block> Card(CommandCall call, Prediction prediction) => Draw(call, CardPicture.Of(call.Words, prediction));

    /// <summary>How a song sounds; nothing where too little is known to make a shape.</summary>
    public IEnumerable<Block> Radar(CommandCall call, TrackFacts track) => Draw(call, RadarPicture.Of(call.Words, track));

    /// <summary>How the reasons lead to a prediction; nothing where there are none.</summary>
    public IEnumerable<Block> Waterfall(CommandCall call, Prediction prediction) => Draw(call, WaterfallPicture.Of(call.Words, prediction));

    IEnumerable<Block> Draw(CommandCall call, Sketch? sketch)
    {
        if (call.Settings.IsQuiet || sketch is null) return [];
        var picture = cache.GetOrDraw(sketch.Key, sketch.Draw);
        return [new Block.Picture(picture.Png, picture.Width, picture.Height, Fitting.Cut(sketch.AltText, Fitting.LongestAltText))];
    }
}
