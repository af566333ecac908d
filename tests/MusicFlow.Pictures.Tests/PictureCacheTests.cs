using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Tests.Cards;

namespace MusicFlow.Pictures.Tests;

public sealed class PictureCacheTests
{
    [Fact]
    public void A_kept_picture_is_not_drawn_again()
    {
        using var cache = new PictureCache();
        var draws = 0;

        var first = cache.GetOrDraw("a", () => Drawn(10, ref draws));
        var second = cache.GetOrDraw("a", () => Drawn(10, ref draws));

        Assert.Same(first, second);
        Assert.Equal(1, draws);
    }

    [Fact]
    public void The_bytes_are_bounded_and_the_least_asked_for_goes_first()
    {
        using var cache = new PictureCache(mostBytes: 100);
        var draws = 0;
        cache.GetOrDraw("a", () => Drawn(40, ref draws));
        cache.GetOrDraw("b", () => Drawn(40, ref draws));
        cache.GetOrDraw("a", () => Drawn(40, ref draws));

        cache.GetOrDraw("c", () => Drawn(40, ref draws));

        Assert.Equal(80, cache.Bytes);
        Assert.Equal(3, draws);
        cache.GetOrDraw("a", () => Drawn(40, ref draws));
        Assert.Equal(3, draws);
        cache.GetOrDraw("b", () => Drawn(40, ref draws));
        Assert.Equal(4, draws);
    }

    [Fact]
    public void A_picture_too_large_to_keep_is_given_all_the_same()
    {
        using var cache = new PictureCache(mostBytes: 10);
        var draws = 0;

        var picture = cache.GetOrDraw("a", () => Drawn(11, ref draws));

        Assert.Equal(11, picture.Png.Length);
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_drawing()
    {
        using var cache = new PictureCache();
        var draws = 0;
        using var started = new ManualResetEventSlim();
        using var finish = new ManualResetEventSlim();
        var first = Ask();
        started.Wait(TestContext.Current.CancellationToken);
        var others = Enumerable.Range(0, 7).Select(_ => Ask()).ToArray();

        finish.Set();
        var pictures = await Task.WhenAll([first, .. others]);

        Assert.Equal(1, draws);
        Assert.All(pictures, picture => Assert.Same(pictures[0], picture));

        Task<Picture> Ask() => Task.Factory.StartNew(() => cache.GetOrDraw("a", () =>
        {
            started.Set();
            finish.Wait(TestContext.Current.CancellationToken);
            return Drawn(10, ref draws);
        }), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    [Fact]
    public void A_drawing_that_fails_is_tried_again()
    {
        using var cache = new PictureCache();
        var draws = 0;
        Assert.Throws<InvalidOperationException>(() => cache.GetOrDraw("a", () => throw new InvalidOperationException("no")));

        cache.GetOrDraw("a", () => Drawn(10, ref draws));

        Assert.Equal(1, draws);
    }

    [Fact]
    public void Equal_contents_have_equal_keys_and_others_have_others()
    {
        var key = PictureKey.Of(SomeCard.Prediction());

        Assert.Equal(key, PictureKey.Of(SomeCard.Prediction()));
        Assert.NotEqual(key, PictureKey.Of(SomeCard.Prediction() with { Theme = Theme.Light }));
        Assert.NotEqual(key, PictureKey.Of(SomeCard.Prediction() with { Meters = [new("energy", "?", double.NaN)] }));
        Assert.NotEqual(PictureKey.Of(SomeCard.Cover(), 64), PictureKey.Of(SomeCard.Cover(), 65));
        Assert.NotEqual(PictureKey.Of(SomeCard.Radar()), PictureKey.Of(SomeCard.Waterfall()));
    }

    [Fact]
    public void Pictures_drawn_beside_each_other_do_not_disturb_each_other()
    {
        var alone = PredictionCardDrawing.Draw(SomeCard.Prediction()).Png.ToArray();

        var beside = new byte[12][];
        Parallel.For(0, beside.Length, i => beside[i] = i % 3 == 0
            ? FeatureRadarDrawing.Draw(SomeCard.Radar()).Png.ToArray()
            : PredictionCardDrawing.Draw(SomeCard.Prediction()).Png.ToArray());

        Assert.All(beside.Where((_, i) => i % 3 != 0), bytes => Assert.Equal(alone, bytes));
    }

    static Picture Drawn(int length, ref int draws)
    {
        Interlocked.Increment(ref draws);
        return new(new byte[length], 1, 1);
    }
}
