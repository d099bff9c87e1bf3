using Burgernet.TestKit;
using Burgernet.Tests.Unit.Signalling.Fuzz;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

/// <summary>A short run of <c>benchmarks -- fuzz</c>, by seed.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Noise_IntoLiveCalls_NeitherThrowsNorLeavesAnything(int seed)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "Unit", "Signalling", "Rfc4475");
        var seeds = Directory.GetFiles(folder, "*.dat").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();

        var result = new SignallingFuzzer(seed, seeds).Run(25_000);

        Assert.Equal(0, result.Left);
        Assert.Equal(result.Placed, result.Ended);

        // It was no idle run: calls were placed, answered and taken, and much was refused.
        Assert.True(result is { Placed: > 50, Answered: > 10, Incoming: > 50, Refused: > 5_000 }, result.ToString());
    }
}
