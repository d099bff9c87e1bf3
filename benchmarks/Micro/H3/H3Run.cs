using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>Measures this library and h3-js, and writes the report.</summary>
internal static class H3Run
{
    /// <summary>Runs everything.</summary>
    /// <returns>0 where every gate holds, else 1.</returns>
    public static int Execute()
    {
        var config = ManualConfig
            .CreateEmpty()
            .AddJob(
                Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false))
                    .WithIterationTime(TimeInterval.FromMilliseconds(25))
                    .WithWarmupCount(40)
                    .WithIterationCount(100)
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Checkout.Root, "BenchmarkDotNet.Artifacts"));

        // h3-js once before and once after, so that a busy neighbour cannot favour either side.
        var before = H3JsRun.Measure();
        Summary[] summaries = [BenchmarkRunner.Run<CellBenchmarks>(config), BenchmarkRunner.Run<FillBenchmarks>(config)];
        var after = H3JsRun.Measure();
        var reports = summaries
            .SelectMany(s => s.Reports)
            .ToDictionary(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal);
        Measured[] measured =
        [
            .. Goal.All.Select(goal =>
            {
                var report = reports[goal.Benchmark];
                var statistics = report.ResultStatistics ?? throw new InvalidOperationException($"{goal.Benchmark} has no result.");
                var allocated = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
                var peer = before.Times[goal.Benchmark].Faster(after.Times[goal.Benchmark]);
                return new Measured(goal, new Times(statistics.Min, statistics.Median), allocated, peer);
            }),
        ];
        H3Report.Write(measured, [.. summaries[0].HostEnvironmentInfo.ToFormattedString()], after.Version);
        return measured.All(m => m.PassesGate) ? 0 : 1;
    }
}
