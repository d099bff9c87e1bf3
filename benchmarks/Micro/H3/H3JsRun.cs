using System.Diagnostics;
using System.Text.Json;
using Burgernet.Tests.Unit.H3;

namespace Burgernet.Benchmarks.Micro.H3;

/// <summary>h3-js on the same input, measured by <c>h3-js.cjs</c> under node.</summary>
/// <param name="Version">What was measured, for the report.</param>
/// <param name="Times">By benchmark.</param>
internal sealed record H3JsRun(string Version, Dictionary<string, Times> Times)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static H3JsRun Measure()
    {
        var package = H3JsPackage.Install(Path.Combine(Checkout.Root, "tests", "Unit", "H3", "peer"));
        var input = Path.Combine(Path.GetTempPath(), $"burgernet-h3-input-{Environment.ProcessId}.json");
        File.WriteAllText(
            input,
            JsonSerializer.Serialize(
                new
                {
                    H3Input.Resolution,
                    Points = H3Input.Instance.Points.Select(p => new[] { p.Latitude, p.Longitude }),
                    Cells = H3Input.Instance.Cells.Select(c => c.ToString()),
                    Province = H3Input.Instance.Outlines["province_sized"],
                    Netherlands = H3Input.Instance.Outlines["netherlands_naturalearth10m"],
                },
                Names
            )
        );
        try
        {
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(Path.Combine(Checkout.Root, "benchmarks", "Micro", "H3", "h3-js.cjs"));
            start.ArgumentList.Add(package);
            start.ArgumentList.Add(input);
            using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return node.ExitCode == 0
                ? JsonSerializer.Deserialize<H3JsRun>(output, Names)!
                : throw new InvalidOperationException($"node ended with {node.ExitCode}.");
        }
        finally
        {
            File.Delete(input);
        }
    }
}
