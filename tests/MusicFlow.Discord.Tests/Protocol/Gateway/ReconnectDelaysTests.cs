using MusicFlow.Discord.Protocol.Gateway;

namespace MusicFlow.Discord.Tests.Protocol.Gateway;

public sealed class ReconnectDelaysTests
{
    [Fact]
    public void Delays_begin_at_once_and_double_up_to_two_minutes()
    {
        var seconds = ReconnectDelays.Sequence(() => 1).Take(10).Select(delay => delay.TotalSeconds);

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 120, 120], seconds);
    }

    [Fact]
    public void Jitter_shortens_them_to_no_less_than_half()
    {
        var seconds = ReconnectDelays.Sequence(() => 0).Take(4).Select(delay => delay.TotalSeconds);

        Assert.Equal([0, 0.5, 1, 2], seconds);
    }
}
