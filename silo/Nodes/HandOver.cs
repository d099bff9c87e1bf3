using Burgernet.Grains.Nodes;
using Burgernet.Nodes;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace Burgernet.Silo.Nodes;

/// <summary>Hands the work of this node's grains to the other nodes, where there are any that take work.</summary>
/// <remarks>Each goes when it is idle, as at a stop of the node: what it had said is stored, and the next activation reads it. What cannot be handed over now
/// goes when the node stops, or dies.</remarks>
internal sealed partial class HandOver(
    IGrainFactory grains,
    ILocalSiloDetails silo,
    IClusterMembershipService membership,
    ILogger<HandOver> logger
)
{
    /// <summary>Grains that work by themselves, the carriers last: those that are handed over ask them for nothing meanwhile.</summary>
    private static readonly string[] Handed = ["webhook", "import", "lane", "action", "carrier"];

    /// <summary>Returns when all have been told.</summary>
    public async Task Run()
    {
        var others = await Others();
        if (others.Count == 0)
        {
            return;
        }

        var here = await grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(types: null, [silo.SiloAddress]);
        var ids = here.Select(grain => grain.GrainId)
            .Where(id => Handed.Contains(id.Type.ToString(), StringComparer.Ordinal))
            .OrderBy(id => Array.IndexOf(Handed, id.Type.ToString()))
            .ToArray();
        for (var i = 0; i < ids.Length; i++)
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, others[i % others.Count]);
            await grains.GetGrain<IGrainManagementExtension>(ids[i]).MigrateOnIdle();
        }

        RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        LogHandedOver(logger, ids.Length, others.Count);
    }

    /// <summary>The other nodes that take work.</summary>
    private async Task<List<SiloAddress>> Others()
    {
        var others = new List<SiloAddress>();
        foreach (var member in membership.CurrentSnapshot.Members.Values)
        {
            if (member.Status == SiloStatus.Active && !member.SiloAddress.Equals(silo.SiloAddress))
            {
                var report = await grains.GetGrain<INodeGrain>(NodeKey.Of(member.SiloAddress.ToParsableString())).Report();
                if (report.Status == NodeStatus.Active)
                {
                    others.Add(member.SiloAddress);
                }
            }
        }

        return others;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "{Grains} webhooks, imports, actions, lanes and carriers go to {Nodes} other nodes"
    )]
    private static partial void LogHandedOver(ILogger logger, int grains, int nodes);
}
