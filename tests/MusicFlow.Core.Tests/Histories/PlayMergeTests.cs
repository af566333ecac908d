using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class PlayMergeTests
{
    static readonly string id = Some.SpotifyId(1);

    [Fact]
    public void Equal_account_rows_are_one_play() => Assert.Single(PlayMerge.Merge([Some.Play(), Some.Play()]));

    [Fact]
    public void Account_rows_that_differ_in_any_field_are_two_plays()
    {
        Play[] others = [Some.Play(title: "Other"), Some.Play(artist: "Other"), Some.Play(ms: 180_001), Some.Play(endedAt: Some.Evening.AddMinutes(1))];

        Assert.All(others, other => Assert.Equal(2, PlayMerge.Merge([Some.Play(), other]).Count));
    }

    [Fact]
    public void Extended_rows_are_one_play_by_time_id_and_milliseconds_whatever_their_names()
    {
        var merged = PlayMerge.Merge([Some.Play(id: id), Some.Play(title: "Glass Harbour (2024)", id: id)]);

        Assert.Single(merged);
    }

    [Fact]
    public void Extended_rows_with_another_id_are_two_plays() =>
        Assert.Equal(2, PlayMerge.Merge([Some.Play(id: id), Some.Play(id: Some.SpotifyId(2))]).Count);

    [Theory]
    [InlineData(-60, 1)]
    [InlineData(42, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(-61, 2)]
    public void An_account_row_gives_way_to_the_extended_row_within_a_minute(int secondsLater, int plays)
    {
        var extended = Some.Play(endedAt: Some.Evening.AddSeconds(secondsLater), id: id);

        var merged = PlayMerge.Merge([Some.Play(), extended]);

        Assert.Equal(plays, merged.Count);
        Assert.Contains(extended, merged);
    }

    [Fact]
    public void Other_milliseconds_or_another_title_keep_both()
    {
        Assert.Equal(2, PlayMerge.Merge([Some.Play(), Some.Play(ms: 180_001, id: id)]).Count);
        Assert.Equal(2, PlayMerge.Merge([Some.Play(), Some.Play(title: "Other", id: id)]).Count);
    }

    [Theory]
    [InlineData(180_000, 1)]
    [InlineData(59_999, 2)]
    public void A_long_play_is_the_same_also_under_the_albums_artist(int ms, int plays) =>
        Assert.Equal(plays, PlayMerge.Merge([Some.Play(ms: ms), Some.Play(artist: "Various Artists", ms: ms, id: id)]).Count);

    [Fact]
    public void An_extended_row_answers_for_every_account_row_within_a_minute()
    {
        var extended = Some.Play(endedAt: Some.Evening.AddSeconds(20), id: id);

        var merged = PlayMerge.Merge([Some.Play(), Some.Play(endedAt: Some.Evening.AddMinutes(1)), Some.Play(endedAt: Some.Evening.AddMinutes(2)), extended]);

        Assert.Equal([extended, Some.Play(endedAt: Some.Evening.AddMinutes(2))], merged);
    }

    [Fact]
    public void A_play_that_any_export_calls_private_stays_private() =>
        Assert.True(Assert.Single(PlayMerge.Merge([Some.Play(id: id), Some.Play(id: id, incognito: true)])).Incognito);

    [Fact]
    public void Merging_again_or_in_another_order_changes_nothing()
    {
        var random = new Random(5);
        var plays = Enumerable.Range(0, 2_000).Select(_ => Some.Play(
            title: $"Song {random.Next(5)}", ms: random.Next(3) * 40_000, endedAt: Some.Evening.AddSeconds(random.Next(3_000)),
            id: random.Next(2) == 0 ? null : Some.SpotifyId(random.Next(5)))).ToArray();

        var merged = PlayMerge.Merge(plays);
        random.Shuffle(plays);

        Assert.Equal(merged, PlayMerge.Merge(plays));
        Assert.Equal(merged, PlayMerge.Merge(merged));
    }

    [Fact]
    public void A_hundred_thousand_rows_of_one_minute_are_merged_without_squaring()
    {
        var account = Enumerable.Range(0, 50_000).Select(i => Some.Play(title: $"Song {i}"));
        var extended = Enumerable.Range(0, 50_000).Select(i => Some.Play(title: $"Song {i}", id: Some.SpotifyId(i)));

        var merged = PlayMerge.Merge(account.Concat(extended));

        Assert.Equal(50_000, merged.Count);
        Assert.All(merged, play => Assert.True(play.IsExtended));
    }
}
