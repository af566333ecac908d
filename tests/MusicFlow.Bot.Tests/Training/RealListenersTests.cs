using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Tests.Training;

/// <summary>Rules that only real histories can prove; skipped where the shared data is absent.</summary>
public sealed class RealListenersTests
{
    private const double MostThatFlagsMayTell = 0.55;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task On_real_listeners_the_missing_flags_tell_nothing(int number)
    {
        var real = await RealListening.ReadAsync(number);
        if (real is not { } shared) Assert.Skip("The shared listening histories are not on this machine; the rule was checked on made-up data only.");
        else
        {
            var table = new TrainingTables([shared.Listener], shared.Catalogue).HoldOut(SplitKind.Track, ZeroDraw.Uniform, new TrainerOptions(), CancellationToken.None);

            Assert.InRange(table.MissingFlagsAuc, 0, MostThatFlagsMayTell);
        }
    }
}
