using BenchmarkDotNet.Attributes;
using Burgernet.H3;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>Points, centres and disks at resolution 8.</summary>
public class CellBenchmarks
{
    private readonly LatLng[] _points = H3Input.Instance.Points;
    private readonly H3Index[] _cells = H3Input.Instance.Cells;
    private readonly H3Index[] _disk = new H3Index[H3Grid.MaxGridDiskSize(20)];

    [Benchmark(OperationsPerInvoke = H3Input.Count)]
    public ulong LatLngToCell()
    {
        var sum = 0UL;
        foreach (var point in _points)
        {
            sum += H3Grid.LatLngToCell(point, H3Input.Resolution).Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = H3Input.Count)]
    public double CellToLatLng()
    {
        var sum = 0.0;
        foreach (var cell in _cells)
        {
            sum += H3Grid.CellToLatLng(cell).Latitude;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = H3Input.Count)]
    public int GridDisk1() => Disks(1);

    [Benchmark(OperationsPerInvoke = H3Input.Count)]
    public int GridDisk5() => Disks(5);

    [Benchmark(OperationsPerInvoke = H3Input.Count)]
    public int GridDisk20() => Disks(20);

    private int Disks(int k)
    {
        var sum = 0;
        foreach (var cell in _cells)
        {
            sum += H3Grid.GridDisk(cell, k, _disk);
        }

        return sum;
    }
}
