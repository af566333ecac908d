using System.Text;
using MusicFlow.Core.Histories.Exports;

namespace MusicFlow.Core.Tests.Histories.Exports;

public sealed class ExportTimeTests
{
    [Theory]
    [InlineData("2024-02-29 23:59", 0)]
    [InlineData("2024-02-29 23:59:58", 58)]
    [InlineData("2024-02-29T23:59:58Z", 58)]
    [InlineData("2024-02-29T23:59:58.123Z", 58)]
    [InlineData("2024-02-29 23:59:58 UTC", 58)]
    [InlineData("2024-02-29T23:59:58+00:00", 58)]
    public void The_ways_exports_write_a_time_are_read(string text, int second)
    {
        Assert.True(ExportTime.TryParse(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 23, 59, second, TimeSpan.Zero), time);
    }

    [Theory]
    [InlineData("2023-02-29 10:00")]
    [InlineData("2024-00-01 10:00")]
    [InlineData("0000-01-01 10:00")]
    [InlineData("2024-01-01 24:00")]
    [InlineData("2024-01-01 10:60")]
    [InlineData("2024-01-01T10:00:61Z")]
    [InlineData("2024-01-01T10:00:01+02:00")]
    [InlineData("2024/01/01 10:00")]
    [InlineData("+024-01-01 10:00")]
    [InlineData("2024-01-01 10:0")]
    public void Anything_else_is_no_time(string text) => Assert.False(ExportTime.TryParse(Encoding.UTF8.GetBytes(text), out _));
}
