using Burgernet.Grains.Nodes;
using Burgernet.Nodes;
using Burgernet.Sms;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Burgernet.Grains.Sms;

/// <summary>Key: 0, several on each silo. Holds nothing; a node that does not answer is left out, and never holds up the rest for long.</summary>
[GrainType("practice-sms")]
[StatelessWorker]
internal sealed partial class PracticeSmsGrain(TimeProvider time, ILogger<PracticeSmsGrain> logger) : Grain, IPracticeSmsGrain
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<KeptSms[]?> Read(int limit)
    {
        var members = await GrainFactory.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
        var kept = await Task.WhenAll(members.Keys.Select(member => Ask(member.ToParsableString(), limit)));
        return Array.TrueForAll(kept, static one => one is null)
            ? null
            : [.. kept.SelectMany(static one => one ?? []).OrderByDescending(static sms => sms.At).Take(limit)];
    }

    private async Task<KeptSms[]?> Ask(string node, int limit)
    {
        try
        {
            return await GrainFactory.GetGrain<INodeGrain>(NodeKey.Of(node)).ReadPracticeSms(limit).WaitAsync(Patience, time);
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            LogSilent(logger, exception, node);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Node} does not answer: what its practice SMS centre kept is not shown")]
    private static partial void LogSilent(ILogger logger, Exception exception, string node);
}
