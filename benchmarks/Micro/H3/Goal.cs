namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>What one benchmark is held to.</summary>
/// <param name="Benchmark">The benchmark's method.</param>
/// <param name="What">What it does, for readers.</param>
/// <param name="Nanoseconds">The goal an operation, reported.</param>
/// <param name="ClibNanoseconds">What the C library 4.5.0 was measured to need, on another machine of two shared x86-64 cores.</param>
/// <param name="Gate">How many times as fast as h3-js in the same run it has to be, or none.</param>
internal sealed record Goal(string Benchmark, string What, double Nanoseconds, double ClibNanoseconds, double? Gate = null)
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        new(nameof(CellBenchmarks.LatLngToCell), "point → cell", 250, 408, 5),
        new(nameof(CellBenchmarks.CellToLatLng), "cell → centre", 150, 212),
        new(nameof(CellBenchmarks.GridDisk1), "disk, k = 1", 100, 129),
        new(nameof(CellBenchmarks.GridDisk5), "disk, k = 5", 2e3, 1.9e3),
        new(nameof(CellBenchmarks.GridDisk20), "disk, k = 20", 25e3, 22.5e3),
        new(nameof(FillBenchmarks.ProvinceCenter), "province, Center", 1.5e6, 4.5e6),
        new(nameof(FillBenchmarks.ProvinceOverlapping), "province, Overlapping", 5e6, 16e6),
        new(nameof(FillBenchmarks.NetherlandsCenter), "Netherlands, Center", 10e6, 186e6, 45),
        new(nameof(FillBenchmarks.NetherlandsOverlapping), "Netherlands, Overlapping", 30e6, 511e6),
    ];
}
