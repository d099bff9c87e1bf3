using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>Writes <c>micro-h3.md</c> and <c>micro-h3.json</c>.</summary>
internal static class H3Report
{
    private const string Method =
        "BenchmarkDotNet in process, 40 warm-ups, then 100 rounds of 25 ms; h3-js by process.hrtime on the same input in up to 200 rounds, once "
        + "before and once after, the faster taken. The machine is shared, and others' work only ever adds: goals and ratios are taken of the "
        + "fastest rounds on both sides, the medians stand beside. 1,024 random places in the Netherlands (seed 20260101), resolution 8; "
        + "province_sized (50 vertices, 3,412 km²) and netherlands_naturalearth10m of the shared vectors, h3-js by polygonToCellsExperimental "
        + "part by part. Allocations are counted for the whole process: some 4 kB, presumably the runner's own, now and then show where few operations fit a round; AllocationTests hold ours at 0. "
        + "C library: figures of another machine of two shared x86-64 cores, for comparison only.";

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(IReadOnlyList<Measured> measured, IReadOnlyList<string> machine, string peer)
    {
        Directory.CreateDirectory(Checkout.Results);
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var markdown = Markdown(measured, machine, peer, date);
        File.WriteAllText(Path.Combine(Checkout.Results, "micro-h3.md"), markdown);
        var report = new
        {
            Date = date,
            Machine = machine,
            Peer = peer,
            Method,
            Results = measured.Select(m => new
            {
                m.Goal.Benchmark,
                FastestNanoseconds = m.Times.Fastest,
                MedianNanoseconds = m.Times.Median,
                m.AllocatedBytes,
                GoalNanoseconds = m.Goal.Nanoseconds,
                m.MeetsGoal,
                H3JsFastestNanoseconds = m.H3Js.Fastest,
                H3JsMedianNanoseconds = m.H3Js.Median,
                m.Ratio,
                m.Goal.Gate,
                m.PassesGate,
            }),
        };
        File.WriteAllText(Path.Combine(Checkout.Results, "micro-h3.json"), JsonSerializer.Serialize(report, Indented) + "\n");
        Console.WriteLine(markdown);
    }

    private static string Markdown(IReadOnlyList<Measured> measured, IReadOnlyList<string> machine, string peer, string date)
    {
        var text = new StringBuilder();
        var load = File.Exists("/proc/loadavg") ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} at the end, " : "";
        text.Append("# Burgernet.H3\n\n`dotnet run -c Release --project benchmarks -- micro h3`\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Measured {date}, {load}with {peer} in the same run.\n\n```\n{string.Join('\n', machine)}\n```\n\n{Method}\n\n"
        );
        text.Append(
            "| operation | fastest | median | allocated | goal | met | h3-js fastest | h3-js median | times as fast | gate | C library |\n"
        );
        text.Append("|---|---:|---:|---:|---:|---|---:|---:|---:|---|---:|\n");
        foreach (var m in measured)
        {
            var gate = m.Goal.Gate is { } least
                ? string.Create(CultureInfo.InvariantCulture, $"≥ {least}: {(m.PassesGate ? "holds" : "FAILS")}")
                : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {m.Goal.What} | {Time(m.Times.Fastest)} | {Time(m.Times.Median)} | {m.AllocatedBytes} B | {Time(m.Goal.Nanoseconds)} | {(m.MeetsGoal ? "yes" : "no")} | {Time(m.H3Js.Fastest)} | {Time(m.H3Js.Median)} | {m.Ratio:F1} | {gate} | {Time(m.Goal.ClibNanoseconds)} |\n"
            );
        }

        return text.ToString();
    }

    private static string Time(double nanoseconds) =>
        nanoseconds switch
        {
            < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:G3} ns"),
            < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:G3} µs"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:G3} ms"),
        };
}
