using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Nodes;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Burgernet.Grains.Nodes;

/// <summary>Key: 0, several on each silo. Holds nothing; what does not answer is left out, and never holds up the rest for long.</summary>
[GrainType("nodes")]
[StatelessWorker]
internal sealed partial class NodesGrain(CarrierList carriers, TimeProvider time, ILogger<NodesGrain> logger) : Grain, INodesGrain
{
    /// <summary>Who does not answer within this time is shown without what it would tell.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A report by another silo that is older than this says nothing of now.</summary>
    private static readonly TimeSpan ReportedWithin = TimeSpan.FromMinutes(3);

    public async Task<NodeView[]> List() => await Task.WhenAll((await Look()).Select(node => node.View()));

    public Task<NodeReply> Drain(string node, bool exit, Actor actor) => Tell(node, grain => grain.Drain(exit, actor));

    public Task<NodeReply> Undrain(string node, Actor actor) => Tell(node, grain => grain.Undrain(actor));

    private async Task<NodeReply> Tell(string node, Func<INodeGrain, Task<NodeReport>> what)
    {
        if ((await Look()).Find(known => known.Id == node) is not { } found)
        {
            return new NodeReply(null, NodeProblem.Unknown);
        }

        if (found.Status is SiloStatus.Dead or SiloStatus.ShuttingDown or SiloStatus.Stopping)
        {
            return new NodeReply(await found.View(), NodeProblem.Gone);
        }

        var report = await Ask(node, () => what(GrainFactory.GetGrain<INodeGrain>(NodeKey.Of(node))));
        return report is null ? new NodeReply(await found.View(), NodeProblem.Silent)
            : report.Status == NodeStatus.Leaving ? new NodeReply(await found.View(), NodeProblem.Gone)
            : new NodeReply(found.View(report));
    }

    private async Task<List<Known>> Look()
    {
        var now = time.GetUtcNow();
        var asked = carriers
            .All.Select(carrier => carrier.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(async name => (Name: name, Leases: await Ask(name, () => GrainFactory.GetGrain<ICarrierGrain>(name).ShowLeases())));
        var members = GrainFactory.GetGrain<IManagementGrain>(0).GetDetailedHosts();
        var leases = (await Task.WhenAll(asked))
            .Where(carrier => carrier.Leases is not null)
            .ToDictionary(carrier => carrier.Name, carrier => carrier.Leases!, StringComparer.Ordinal);
        var known = (await members).ToDictionary(member => member.SiloAddress.ToParsableString(), StringComparer.Ordinal);

        // A node without company forgets its earlier starts; their calls may hold lines all the same.
        var holders = leases
            .Values.SelectMany(carrier =>
                carrier.Leases.Select(lease => lease.Dialer).Concat(carrier.Charges.Select(charge => charge.Dialer))
            )
            .Select(dialer => DialerKey.Parse(dialer).Incarnation);
        return
        [
            .. known
                .Keys.Union(holders, StringComparer.Ordinal)
                .Select(id => new Known(this, id, known.GetValueOrDefault(id), NodeStanding.CarriersOf(id, leases), now))
                .Where(node => NodeStanding.IsShown(node.Status, node.SeenAt, node.Carriers.Length > 0, now))
                .OrderBy(node => node.StartedAt)
                .ThenBy(node => node.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What somebody answers, or null: what is shown of the others does not wait for them.</summary>
    private async Task<T?> Ask<T>(string whom, Func<Task<T>> question)
        where T : class
    {
        try
        {
            return await question().WaitAsync(Patience, time);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException or StoreUnavailableException)
        {
            LogSilent(logger, exception, whom);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Whom} does not answer: it is shown without what it would tell")]
    private static partial void LogSilent(ILogger logger, Exception exception, string whom);

    /// <summary>A member, or one that only its calls are known of, with what the carriers say of it.</summary>
    private sealed record Known(NodesGrain Grain, string Id, MembershipEntry? Entry, NodeCarrier[] Carriers, DateTimeOffset Now)
    {
        public SiloStatus Status => Entry?.Status ?? SiloStatus.Dead;

        public DateTimeOffset? StartedAt => Utc(Entry?.StartTime);

        public DateTimeOffset? SeenAt => Utc(Entry?.IAmAliveTime > Entry?.StartTime ? Entry?.IAmAliveTime : Entry?.StartTime);

        private bool Reported =>
            Entry?.SuspectTimes is { } suspects && suspects.Exists(suspect => Now - Utc(suspect.Item2) <= ReportedWithin);

        /// <summary>Asks the node itself, where it should answer.</summary>
        public async Task<NodeView> View() =>
            View(
                Status == SiloStatus.Active
                    ? await Grain.Ask(Id, () => Grain.GrainFactory.GetGrain<INodeGrain>(NodeKey.Of(Id)).Report())
                    : null
            );

        public NodeView View(NodeReport? report) =>
            new()
            {
                Id = Id,
                Status = NodeStanding.StatusOf(Status, Reported, report),
                Host = Entry?.HostName,
                Address = Id[..Math.Max(0, Id.IndexOf('@', StringComparison.Ordinal))],
                StartedAt = StartedAt,
                SeenAt = SeenAt,
                Version = report?.Version,
                DrainingSince = report?.DrainingSince,
                Carriers = Carriers,
                ClockOffset = report?.ClockOffset,
            };

        /// <summary>Orleans keeps moments in UTC without saying so.</summary>
        private static DateTimeOffset? Utc(DateTime? moment) =>
            moment is { } known ? new DateTimeOffset(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
    }
}
