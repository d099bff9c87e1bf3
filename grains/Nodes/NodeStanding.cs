using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Nodes;

namespace Burgernet.Grains.Nodes;

/// <summary>Puts together what is known of a node. No I/O.</summary>
internal static class NodeStanding
{
    /// <summary>How long a node that went is shown, though nothing is charged to it.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromHours(1);

    /// <summary>What a node is doing, by the members' table and by itself.</summary>
    /// <param name="status">What the table says.</param>
    /// <param name="reported">Whether others reported within the last minutes that it does not answer.</param>
    /// <param name="report">What it tells itself; null where it did not answer.</param>
    public static NodeStatus StatusOf(SiloStatus status, bool reported, NodeReport? report) =>
        status switch
        {
            SiloStatus.None or SiloStatus.Created or SiloStatus.Joining => NodeStatus.Joining,
            SiloStatus.ShuttingDown or SiloStatus.Stopping => NodeStatus.Leaving,
            SiloStatus.Dead => NodeStatus.Dead,
            _ => report is null || (reported && report.Status == NodeStatus.Active) ? NodeStatus.Suspected : report.Status,
        };

    /// <summary>Whether a node is shown: it lives, went within the hour, or lines are leased or charged to it.</summary>
    public static bool IsShown(SiloStatus status, DateTimeOffset? seenAt, bool holds, DateTimeOffset now) =>
        status != SiloStatus.Dead || holds || now - seenAt <= ShownFor;

    /// <summary>What a node has of each carrier, by name; those where it has nothing left out.</summary>
    /// <param name="node">The node's id.</param>
    /// <param name="carriers">The leases of each carrier, by its name.</param>
    public static NodeCarrier[] CarriersOf(string node, IReadOnlyDictionary<string, CarrierLeases> carriers) =>
        [
            .. carriers
                .Select(carrier => Of(carrier.Key, node, carrier.Value))
                .OfType<NodeCarrier>()
                .OrderBy(carrier => carrier.Name, StringComparer.Ordinal),
        ];

    private static NodeCarrier? Of(string carrier, string node, CarrierLeases leases)
    {
        var lease = Array.Find(leases.Leases, lease => lease.Dialer == DialerKey.Of(carrier, node));

        // Of its dialer, and of its callers.
        var charges = Array.FindAll(leases.Charges, charge => DialerKey.Parse(charge.Dialer).Incarnation == node);
        return lease is null && charges.Length == 0
            ? null
            : new NodeCarrier
            {
                Name = carrier,
                Lines = lease?.Channels ?? 0,
                CallsPerSecond = lease?.CallsPerSecond ?? 0,
                Calls = lease?.Calls ?? 0,
                ChargedLines = charges.Sum(charge => charge.Lines),
                ChargedUntil = charges.Length == 0 ? null : charges.Max(charge => charge.Until),
            };
    }
}
