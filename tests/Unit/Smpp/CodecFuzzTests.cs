using Burgernet.Tests.Unit.Smpp.Fuzz;
using Xunit;

namespace Burgernet.Tests.Unit.Smpp;

/// <summary>A short run of <c>benchmarks -- fuzz smpp</c>, by seed.</summary>
public sealed class CodecFuzzTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Noise_IntoTheCodec_NeitherThrowsNorGrows(int seed)
    {
        var count = new CodecFuzzer(seed, SamplePdus.ForFuzz).Run(60_000);

        // It was no idle run.
        Assert.True(count is { Read: > 10_000, Refused: > 10_000, Messages: > 500, Receipts: > 50, Waiting: <= 256 }, count.ToString());
    }
}
