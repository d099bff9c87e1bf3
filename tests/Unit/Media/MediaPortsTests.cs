using System.Globalization;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Unit.Media;

public sealed class MediaPortsTests
{
    [Fact]
    public void Row_Taken_IsNobodyElsesUntilItIsGivenBack()
    {
        using var row = MediaPorts.Row(1_500);
        using var other = MediaPorts.Row(1);

        Assert.InRange(row.First, 10_000, row.Last);
        Assert.InRange(row.Last, row.First, 31_999);
        Assert.Throws<IOException>(() => Claim(row.First));

        // Where other runs hold all the machine has, both get a block that is shared.
        Assert.True(
            row.Last < other.First || other.Last < row.First || (row.First, row.Last) == (other.First, other.Last),
            $"{row.First}–{row.Last} and {other.First}–{other.Last} overlap"
        );
    }

    private static void Claim(int port)
    {
        var path = Path.Combine(Path.GetTempPath(), "burgernet-media-ports", port.ToString(CultureInfo.InvariantCulture));
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }
}
