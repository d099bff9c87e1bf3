using BenchmarkDotNet.Attributes;
using Burgernet.H3;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>Fills at resolution 8 into a caller's room.</summary>
public class FillBenchmarks
{
    private readonly GeoPolygon[] _province = H3Input.Instance.Polygons("province_sized");
    private readonly GeoPolygon[] _netherlands = H3Input.Instance.Polygons("netherlands_naturalearth10m");
    private readonly H3Index[] _room = new H3Index[100_000];

    [Benchmark]
    public long ProvinceCenter() => Fill(_province, ContainmentMode.Center);

    [Benchmark]
    public long ProvinceOverlapping() => Fill(_province, ContainmentMode.Overlapping);

    [Benchmark]
    public long NetherlandsCenter() => Fill(_netherlands, ContainmentMode.Center);

    [Benchmark]
    public long NetherlandsOverlapping() => Fill(_netherlands, ContainmentMode.Overlapping);

    private long Fill(GeoPolygon[] polygons, ContainmentMode mode)
    {
        _ = H3Grid.TryPolygonToCells(polygons, H3Input.Resolution, mode, _room, out var count);
        return count;
    }
}
