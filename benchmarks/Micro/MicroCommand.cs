using System.CommandLine;
using Burgernet.Benchmarks.Micro.H3;

namespace Burgernet.Benchmarks.Micro;

/// <summary><c>micro</c>: one library at a time, by BenchmarkDotNet.</summary>
internal static class MicroCommand
{
    public static Command Create()
    {
        var h3 = new Command("h3", "Cells, disks and fills of Burgernet.H3, with h3-js measured in the same run.");
        h3.SetAction(_ => H3Run.Execute());
        return new Command("micro", "Measures one library by itself.") { h3 };
    }
}
