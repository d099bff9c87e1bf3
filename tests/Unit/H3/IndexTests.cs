using System.Text;
using Burgernet.H3;
using Xunit;

namespace Burgernet.Tests.Unit.H3;

public sealed class IndexTests
{
    private static readonly H3Index Cell = H3Index.Parse("881969b211fffff");

    [Fact]
    public void Parse_OfWhatToStringWrites_IsTheSameIndex()
    {
        Assert.Equal("881969b211fffff", Cell.ToString());
        Assert.Equal("881969b211fffff", $"{Cell}");
        Assert.Equal("0881969B211FFFFF", $"{Cell:X16}");
        Assert.Equal(Cell, ParseAs<H3Index>("881969b211fffff"));
        var utf8 = new byte[H3Index.MaxLength];
        Assert.True(Cell.TryFormat(utf8, out var written));
        Assert.Equal("881969b211fffff", Encoding.ASCII.GetString(utf8, 0, written));
        Assert.True(H3Index.TryParse(utf8.AsSpan(0, written), out var parsed));
        Assert.Equal(Cell, parsed);
    }

    [Fact]
    public void TheReadmesExample_SaysWhatIsSo()
    {
        var home = H3Grid.LatLngToCell(new LatLng(52.255, 6.1639), 8);
        Assert.Equal("881969b215fffff", home.ToString());
        var room = new H3Index[H3Grid.MaxGridDiskSize(2)];
        Assert.Equal(19, H3Grid.GridDisk(home, 2, room));
        Assert.True(H3Grid.TryGridDistance(home, room[18], out var steps));
        Assert.Equal(2, steps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x881969b211fffff")]
    [InlineData(" 881969b211fffff")]
    [InlineData("88196 9b211fffff")]
    [InlineData("1881969b211ffffff")]
    [InlineData("cell")]
    public void TryParse_OfAnythingElse_IsFalse(string text)
    {
        Assert.False(H3Index.TryParse(text, out var index));
        Assert.Equal(default, index);
        Assert.Throws<FormatException>(() => H3Index.Parse(text));
    }

    [Fact]
    public void CompareTo_OrdersByNumber()
    {
        var next = new H3Index(Cell.Value + 1);
        Assert.True(Cell < next && next > Cell && Cell <= next && next >= Cell && Cell.CompareTo(next) < 0);
        Assert.False(next.IsValid);
        Assert.True(Cell.IsValid);
        Assert.Equal(8, Cell.Resolution);
    }

    [Fact]
    public void BadArguments_Throw()
    {
        var room = new H3Index[10];
        Assert.Throws<ArgumentException>(() => H3Grid.CellToLatLng(default));
        Assert.Throws<ArgumentException>(() => H3Grid.GridDisk(Cell, 2, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.GridDisk(Cell, -1, room));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.CellToParent(Cell, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.CellToChildren(Cell, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.ChildPosToCell(7, Cell, 9));
        Assert.Throws<ArgumentException>(() => H3Grid.AreNeighborCells(Cell, H3Grid.CellToParent(Cell, 7)));
        Assert.Throws<ArgumentException>(() => H3Grid.CompactCells([Cell, Cell]));
        Assert.Throws<ArgumentException>(() => H3Grid.CompactCells([Cell, H3Grid.CellToParent(Cell, 7)]));
        Assert.Throws<ArgumentException>(() => H3Grid.CellsToMultiPolygon([Cell, Cell]));
        Assert.Throws<ArgumentException>(() => new GeoPolygon(new LatLng[] { new(91, 0) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.CircleToCells(default, -1, 8, ContainmentMode.Center));
        Assert.Throws<ArgumentOutOfRangeException>(() => H3Grid.CircleToCells(default, 1, 8, (ContainmentMode)3));
    }

    [Fact]
    public void EmptyInput_GivesNothing()
    {
        Assert.Empty(H3Grid.CompactCells([]));
        Assert.Empty(H3Grid.UncompactCells([], 3));
        Assert.Empty(H3Grid.ExpandRing([]));
        Assert.Empty(H3Grid.CellsToMultiPolygon([]));
        Assert.Empty(H3Grid.PolygonToCells([], 8, ContainmentMode.Overlapping));
        Assert.Empty(H3Grid.PolygonToCells(new GeoPolygon(default), 8, ContainmentMode.Overlapping));
    }

    private static T ParseAs<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);
}
