using MusicFlow.Learning.Linear;

namespace MusicFlow.Learning.Tests.Linear;

public sealed class CholeskyTests
{
    [Fact]
    public void A_system_of_three_by_hand()
    {
        double[] matrix = [4, 0, 0, 12, 37, 0, -16, -43, 98], right = [-20, -43, 192];

        Cholesky.Solve(matrix, right);

        Assert.Equal([1, 2, 3], right.Select(x => Math.Round(x, 10)));
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Cholesky.Solve([1, 0, 2, 1], [1, 1]));
}
