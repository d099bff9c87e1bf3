using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Burgernet.Api;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Burgernet.Tests.Scenarios.Processes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Burgernet.Tests.Scenarios.Measuring;

/// <summary>docs/metrics.md against what a node really tells, and against what its code can tell.</summary>
public sealed partial class MetricsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What an operator looks at first: there from the first action on, on any node.</summary>
    private static readonly string[] Expected =
    [
        "burgernet_actions_burgernet_actions_first_ring_count",
        "burgernet_actions_burgernet_deliveries_waiting",
        "burgernet_dialing_burgernet_lines_busy",
        "burgernet_dialing_burgernet_lines_available",
        "burgernet_dialing_burgernet_leases",
        "burgernet_dialing_burgernet_calls_ended",
        "burgernet_dialing_burgernet_claims_stored_count",
        "burgernet_dialing_burgernet_reports_stored_count",
        "burgernet_node_burgernet_nodes",
        "burgernet_node_burgernet_node_draining",
        "burgernet_node_burgernet_storage_free",
        "microsoft_orleans_orleans_catalog_activations",
        "process_cpu_seconds_total",
    ];

    [Fact]
    public async Task Node_AfterAPracticeAction_TellsWhatThePageSays()
    {
        using var folder = new TemporaryFolder();
        await using var node = await NodeProcess.StartNode(
            folder.Path,
            "Burgernet:Practice:Pace=0.05",
            "Burgernet:Carrier:RingLimit=00:00:02",
            "Burgernet:Carrier:LingerAfterMessage=00:00:00.2",
            "Burgernet:Demonstration:Participants=20"
        );
        using var room = new ControlRoom(node.Address);
        var action = await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        (await room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds("the action was complete", () => room.IsComplete(action), Patience, () => node.Output);

        var told = Sample()
            .Matches(await room.Text("/metrics"))
            .Select(sample => sample.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var page = MetricsPage.Series();
        Assert.Empty(told.Where(name => name.StartsWith("burgernet_", StringComparison.Ordinal)).Except(page, StringComparer.Ordinal));
        Assert.Empty(Expected.Except(told, StringComparer.Ordinal));
        Assert.DoesNotContain(told, name => name.Contains("orleans_messaging_sent", StringComparison.Ordinal));
        Assert.Empty(Expected.Except(page, StringComparer.Ordinal));
        var labels = Label().Matches(await room.Text("/metrics")).Select(label => label.Groups["value"].Value);
        Assert.DoesNotContain(labels, label => label.Contains(action[^36..], StringComparison.Ordinal) || Digits().IsMatch(label));
    }

    [Fact]
    public void Page_OfBurgernetsOwnMeters_NamesEveryInstrumentWithItsKindAndNothingElse()
    {
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("Burgernet.", StringComparison.Ordinal))
                {
                    lock (published)
                    {
                        published[$"{instrument.Meter.Name}.{instrument.Name}".ToLowerInvariant().Replace('.', '_')] = Kind(instrument);
                    }
                }
            },
        };
        listener.Start();
        using var services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<TrunkBoard>()
            .BuildServiceProvider();
        var made = new[] { typeof(DialingInstruments), typeof(StorageInstruments), typeof(BurgernetApi) }
            .SelectMany(one => one.Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Instruments", StringComparison.Ordinal) && type.GetField("MeterName") is not null)
            .Where(type => type != typeof(Burgernet.Silo.Nodes.NodeInstruments))
            .Select(type => ActivatorUtilities.CreateInstance(services, type))
            .ToList();

        Assert.True(made.Count >= 9, $"Only {made.Count} classes of instruments were found");
        lock (published)
        {
            // Of the SIP and SMPP libraries, and of the node itself, what a running node tells is held against the page above.
            var own = published.Where(instrument => !instrument.Key.StartsWith("burgernet_sip", StringComparison.Ordinal));
            var page = MetricsPage
                .Read()
                .Where(metric =>
                    metric.Key.StartsWith("burgernet_", StringComparison.Ordinal)
                        && !metric.Key.StartsWith("burgernet_s", StringComparison.Ordinal)
                        && !metric.Key.StartsWith("burgernet_node", StringComparison.Ordinal)
                    || metric.Key.StartsWith("burgernet_storage", StringComparison.Ordinal)
                    || metric.Key.StartsWith("burgernet_sms_", StringComparison.Ordinal)
                )
                .Select(metric => $"{metric.Key} {metric.Value.TrimEnd('¹')}");
            Assert.Equal(
                page.Order(StringComparer.Ordinal),
                own.Where(instrument => !instrument.Key.StartsWith("burgernet_smpp", StringComparison.Ordinal))
                    .Select(instrument => $"{instrument.Key} {instrument.Value}")
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    private static string Kind(Instrument instrument) =>
        instrument.GetType().Name switch
        {
            var name when name.StartsWith("Histogram", StringComparison.Ordinal) => "histogram",
            var name when name.Contains("UpDown", StringComparison.Ordinal) || name.Contains("Gauge", StringComparison.Ordinal) => "gauge",
            _ => "counter",
        };

    [GeneratedRegex(
        @"^(?<name>[a-z_0-9]+)(\{[^}]*\})? \S+",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Sample();

    [GeneratedRegex(@"[a-z_]+=""(?<value>[^""]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Label();

    /// <summary>As long as a phone number or a cell.</summary>
    [GeneratedRegex(@"^\+?[0-9]{9,}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
