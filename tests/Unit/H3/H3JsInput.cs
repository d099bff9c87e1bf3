using Burgernet.H3;

namespace Burgernet.Tests.Unit.H3;

/// <summary>One run's random input for both libraries.</summary>
internal sealed record H3JsInput(double[][] Points, string[] Cells, string[][] Pairs, H3JsPolygon[] Polygons, string[][] Sets)
{
    public static H3JsInput Make(int seed)
    {
        var random = new Random(seed);
        double[][] points = [.. Enumerable.Range(0, 6_000).Select(n => Place(random, n)).Select(p => new[] { p.Latitude, p.Longitude })];
        H3Index[] cells = [.. points.Take(1_500).Select(p => H3Grid.LatLngToCell(new LatLng(p[0], p[1]), random.Next(16)))];
        string[][] pairs = [.. cells.Take(800).Select(c => new[] { c.ToString(), Near(random, c).ToString() })];
        H3JsPolygon[] polygons = [.. Enumerable.Range(0, 150).Select(n => H3JsPolygon.Make(random, Place(random, n)))];
        string[][] sets =
        [
            .. cells
                .Where(c => c.Resolution is > 2 and < 12)
                .Take(60)
                .Select(c => H3Grid.GridDisk(c, random.Next(6)).Where(_ => random.Next(5) > 0).Select(x => x.ToString()).ToArray())
                .Where(s => s.Length > 0),
        ];
        return new H3JsInput(points, [.. cells.Select(c => c.ToString())], pairs, polygons, sets);
    }

    /// <summary>A place anywhere, off an edge of the icosahedron, or near a pentagon, in turn.</summary>
    private static LatLng Place(Random random, int n)
    {
        var bearing = 360 * random.NextDouble();
        switch (n % 3)
        {
            case 0:
                return new LatLng(Math.Asin((2 * random.NextDouble()) - 1) * 180 / Math.PI, (360 * random.NextDouble()) - 180);
            case 1:
                var (from, to) = Places.Edges[random.Next(30)];
                return Places.Off(Places.Between(from, to, random.NextDouble()), Math.Pow(10, -6 * random.NextDouble()), bearing);
            default:
                return Places.Off(Places.Vertices[random.Next(12)], Math.Pow(10, 1 - (6 * random.NextDouble())), bearing);
        }
    }

    private static H3Index Near(Random random, H3Index cell)
    {
        var disk = H3Grid.GridDisk(cell, 12);
        return disk[random.Next(disk.Length)];
    }
}
