using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Nodes;
using Burgernet.Sms;
using Orleans.Concurrency;
using Orleans.Placement;

namespace Burgernet.Grains.Nodes;

/// <summary>Key: <c>node|{silo address with generation}</c>. Everything interleaves: it holds nothing, and passes on what is asked of the node it stands on.</summary>
[GrainType("node")]
[Reentrant]
[DialerPlacement]
[Immovable]
internal sealed class NodeGrain(INodeControl control, IPracticeSmsBox practice, ILocalSiloDetails silo) : Grain, INodeGrain
{
    public Task<NodeReport> Report() => Task.FromResult(Here().Report());

    public Task<NodeReport> Drain(bool exit, Actor actor)
    {
        Here().BeginDrain(exit, actor);
        return Report();
    }

    public async Task<NodeReport> Undrain(Actor actor)
    {
        await Here().Undrain(actor);
        return await Report();
    }

    public Task<KeptSms[]?> ReadPracticeSms(int limit)
    {
        _ = Here();
        return Task.FromResult(practice.Read(limit));
    }

    private INodeControl Here()
    {
        if (NodeKey.Parse(this.GetPrimaryKeyString()) == silo.SiloAddress.ToParsableString())
        {
            return control;
        }

        // The silo that the key names is gone, and this activation was placed elsewhere.
        DeactivateOnIdle();
        throw new SiloUnavailableException("The node is gone");
    }
}
