using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Burgernet.Silo.Hosting;
using Burgernet.TestKit;
using Xunit;

namespace Burgernet.Tests.Scenarios.Measuring;

/// <summary>docs/deploy against the node: whoever copies those files trusts them.</summary>
public sealed partial class DeployFilesTests
{
    private static string Folder => Path.Combine(RepositoryRoot.Path, "docs", "deploy");

    private static string Rules => File.ReadAllText(Path.Combine(Folder, "prometheus", "burgernet.rules.yml"));

    [Fact]
    public void Dashboard_EachQuery_AsksForMetricsThatThereAre()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "grafana", "burgernet.json")));
        var queries = dashboard
            .RootElement.GetProperty("panels")
            .EnumerateArray()
            .Where(panel => panel.GetProperty("type").GetString() != "row")
            .Select(panel =>
                (
                    Title: panel.GetProperty("title").GetString(),
                    Names: panel
                        .GetProperty("targets")
                        .EnumerateArray()
                        .SelectMany(target => Metrics(target.GetProperty("expr").GetString()!))
                        .ToList()
                )
            )
            .ToList();

        Assert.True(queries.Count > 25);
        Assert.All(queries, panel => Assert.NotEmpty(panel.Names));
        Assert.Empty(queries.SelectMany(panel => panel.Names).Except(MetricsPage.Series(), StringComparer.Ordinal));
    }

    [Fact]
    public void Alerts_Each_AsksForMetricsThatThereAreIsTriedAndSaysWhatToDo()
    {
        var alerts = Alert().Matches(Rules).Select(alert => alert.Groups["name"].Value).ToList();
        var trials = File.ReadAllText(Path.Combine(Folder, "prometheus", "burgernet.rules.test.yml"));
        var help = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "operations", "trouble.md"));

        Assert.True(alerts.Count >= 14);
        Assert.Empty(Metrics(Rules).Except(MetricsPage.Series(), StringComparer.Ordinal));
        Assert.All(
            alerts,
            alert =>
            {
                Assert.Matches($@"alertname: {alert}\r?\n\s+exp_alerts:\r?\n", trials);
                Assert.Contains($"alertname: {alert}\n        exp_alerts: []", trials, StringComparison.Ordinal);
                Assert.Contains($"| `{alert}` |", help, StringComparison.Ordinal);
            }
        );
        Assert.Equal(alerts.Count, Regex.Count(Rules, "          summary: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(alerts.Count, Regex.Count(Rules, "          samenvatting: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("check", "rules", "burgernet.rules.yml")]
    [InlineData("check", "config", "prometheus.yml")]
    [InlineData("test", "rules", "burgernet.rules.test.yml")]
    public async Task Prometheus_GivenTheFiles_TakesThem(string verb, string what, string file)
    {
        var start = new ProcessStartInfo(Peers.Require("promtool", "prometheus"), [verb, what, file])
        {
            WorkingDirectory = Path.Combine(Folder, "prometheus"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var promtool = Process.Start(start)!;
        var said = await promtool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await promtool.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await promtool.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(promtool.ExitCode == 0, said + complained);
    }

    /// <summary>Calls that were answered may end, and what they came to is stored, before anybody is cut off.</summary>
    [Theory]
    [InlineData("systemd/burgernet.service", "TimeoutStopSec=")]
    [InlineData("kubernetes/burgernet.yml", "terminationGracePeriodSeconds: ")]
    public void StopTime_OfWhoeverRunsTheNode_IsLongerThanADrainAndWhatFollows(string file, string setting)
    {
        var line = File.ReadLines(Path.Combine(Folder, file))
            .Single(line => line.TrimStart().StartsWith(setting, StringComparison.Ordinal))
            .Trim();
        var seconds = int.Parse(line[setting.Length..], System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(seconds >= 2 * new NodeOptions().StopGrace.TotalSeconds, $"{file} gives the node only {seconds} s");
    }

    [Fact]
    public void Manifests_OfKubernetes_HoldWhatANodeNeedsAndNoSecret()
    {
        var manifests = File.ReadAllText(Path.Combine(Folder, "kubernetes", "burgernet.yml"));
        string[] needed =
        [
            "kind: StatefulSet",
            "kind: PodDisruptionBudget",
            "kind: NetworkPolicy",
            "podAntiAffinity:",
            "startupProbe:",
            "livenessProbe:",
            "readinessProbe:",
            "preStop:",
            "secretKeyRef:",
            "/health/live",
            "/health/ready",
            "runAsNonRoot: true",
        ];

        Assert.All(needed, piece => Assert.Contains(piece, manifests, StringComparison.Ordinal));
        Assert.DoesNotContain("kind: Secret", manifests, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", manifests, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\t', manifests);
    }

    private static IEnumerable<string> Metrics(string text) => Metric().Matches(text).Select(name => name.Value);

    [GeneratedRegex(
        @"(?<![a-z_./])(burgernet_[a-z0-9_]+|microsoft_[a-z0-9_]+|process_[a-z0-9_]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Metric();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alert();
}
