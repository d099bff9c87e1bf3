using System.Globalization;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class MediaPortsTests
{
    [Fact]
    public void Row_Taken_IsNobodyElses()
    {
        var (first, last) = MediaPorts.Row(1_500);
        var (other, otherLast) = MediaPorts.Row(1);

        Assert.InRange(first, 10_000, last);
        Assert.InRange(last, first, 31_999);
        Assert.Throws<IOException>(() => Claim(first));

        // Where other runs hold all the machine has, both get a block that is shared.
        Assert.True(last < other || otherLast < first || (first, last) == (other, otherLast), $"{first}–{last} and {other}–{otherLast}");
    }

    private static void Claim(int port)
    {
        var path = Path.Combine(Path.GetTempPath(), "burgernet-media-ports", port.ToString(CultureInfo.InvariantCulture));
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }
}
