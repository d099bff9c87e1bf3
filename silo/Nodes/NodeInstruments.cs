using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.Grains.Nodes;
using Burgernet.Nodes;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Nodes;

/// <summary>What is measured of the node itself and of its company (meter <c>Burgernet.Node</c>).</summary>
internal sealed class NodeInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Node";

    /// <summary>The states that the members' table alone tells.</summary>
    private static readonly NodeStatus[] Told = [NodeStatus.Joining, NodeStatus.Active, NodeStatus.Leaving, NodeStatus.Dead];

    /// <summary>Makes the instruments.</summary>
    public NodeInstruments(
        IMeterFactory meters,
        IClusterMembershipService membership,
        NodeState state,
        NodeClock clock,
        IOptions<StorageOptions> storage,
        TimeProvider time
    )
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "burgernet.nodes",
            () => Members(membership.CurrentSnapshot),
            "{node}",
            "Members of the cluster as this node sees them, by state; dead ones for a day"
        );
        meter.CreateObservableGauge("burgernet.node.ready", () => state.Ready ? 1 : 0, description: "1 while it takes work; else 0");
        meter.CreateObservableGauge(
            "burgernet.node.draining",
            () => state.Status is NodeStatus.Draining or NodeStatus.Leaving ? 1 : 0,
            description: "1 while it waits for its calls to end; else 0"
        );
        meter.CreateObservableGauge(
            "burgernet.node.draining.age",
            () => state.DrainingSince is { } since ? (time.GetUtcNow() - since).TotalSeconds : 0,
            "s",
            "Since when it starts no call; 0 while it does"
        );
        meter.CreateObservableGauge(
            "burgernet.node.version",
            () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", NodeDrain.Version)),
            description: "Always 1; its label is the version that the node runs"
        );
        meter.CreateObservableGauge(
            "burgernet.node.clock.offset",
            () => Offset(clock),
            "s",
            "How far the node's clock is ahead of the database's; negative where it is behind"
        );
        meter.CreateObservableGauge(
            "burgernet.storage.free",
            () => Free(storage.Value.Folder),
            "By",
            "Free space where the node's data folder lies"
        );
    }

    /// <summary>Every state, also with none: a label that is told no more keeps its last value in whoever scrapes.</summary>
    private static IEnumerable<Measurement<int>> Members(ClusterMembershipSnapshot snapshot)
    {
        var members = snapshot
            .Members.Values.CountBy(member =>
                NodeStanding.StatusOf(member.Status, reported: false, new NodeReport(NodeStatus.Active, "", null))
            )
            .ToDictionary();
        return Told.Select(status => new Measurement<int>(
            members.GetValueOrDefault(status),
            new KeyValuePair<string, object?>("state", JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()))
        ));
    }

    private static IEnumerable<Measurement<double>> Offset(NodeClock clock) =>
        clock.Offset is { } offset ? [new Measurement<double>(offset.TotalSeconds)] : [];

    private static IEnumerable<Measurement<long>> Free(string folder)
    {
        try
        {
            return [new Measurement<long>(new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing is known of it: nothing is told.
            return [];
        }
    }
}
