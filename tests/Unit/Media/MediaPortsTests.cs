using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class MediaPortsTests
{
    [Fact]
    public void Row_Taken_OverlapsNoOther()
    {
        var rows = Enumerable.Range(0, 3).Select(_ => MediaPorts.Row(1_500)).ToArray();

        // Where other runs hold most of the machine's ports, the last may have to share one block.
        foreach (var (first, last) in rows)
        {
            Assert.InRange(last - first + 1, 1_000, 2_000);
            Assert.InRange(first, 10_000, last);
            Assert.InRange(last, first, 31_999);
        }

        Assert.True(rows[0].Last < rows[1].First || rows[1].Last < rows[0].First, $"{rows[0]} and {rows[1]} overlap");
    }
}
