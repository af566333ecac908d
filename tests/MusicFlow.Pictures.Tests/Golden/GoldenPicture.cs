using System.Runtime.CompilerServices;
using MusicFlow.Pictures.Tests.Png;

namespace MusicFlow.Pictures.Tests.Golden;

/// <summary>
/// Compares pictures with committed ones by their pixels; small differences of rounding between processors pass. With the environment
/// variable <c>MUSICFLOW_UPDATE_GOLDEN=1</c> the committed pictures are written anew: look at each before committing it.
/// </summary>
internal static class GoldenPicture
{
    /// <summary>Largest difference of a channel that nobody sees.</summary>
    const int Unseen = 3;

    public static void Matches(string name, Picture picture, [CallerFilePath] string caller = "")
    {
        var file = name + ".png";
        if (Environment.GetEnvironmentVariable("MUSICFLOW_UPDATE_GOLDEN") == "1")
            File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(caller)!, file), picture.Png.ToArray());
        else
        {
            var expected = PngFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Golden", file)));
            var actual = PngFile.Read(picture);
            Assert.Equal((expected.Width, expected.Height, expected.Channels), (actual.Width, actual.Height, actual.Channels));
            var worst = expected.Pixels.Zip(actual.Pixels, (one, other) => Math.Abs(one - other)).Max();
            Assert.True(worst <= Unseen, $"{file}: a pixel differs by {worst}.");
        }
    }
}
