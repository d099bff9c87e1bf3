using Burgernet.Grains.Participants;
using Burgernet.Silo.Gateways;
using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage;
using Microsoft.Extensions.Options;

namespace Burgernet.Silo.Participants;

/// <summary>Makes sure, before anything else is done, that this node's keys open this register and that its numbers may be dialled by this node's carriers.</summary>
internal sealed class RegisterGuard(
    IKeyStore store,
    Lazy<RegisterKeys> keys,
    PersonalSeal seal,
    IParticipantImport register,
    ConfiguredCarriers carriers,
    IOptions<DemonstrationOptions> demonstration
)
{
    /// <summary>Looks.</summary>
    /// <exception cref="RegisterProblemException">Something does not fit.</exception>
    public async Task Check()
    {
        if (carriers.FirstBeyond is { } beyond && (demonstration.Value.Participants > 0 || (await register.Count()).Practice > 0))
        {
            throw new RegisterProblemException(RegisterProblem.PracticeNumbers, beyond.Trunk.Peer ?? "");
        }

        await register.Mend();
        foreach (var (id, count) in await store.CountByMasterKey())
        {
            if (!keys.Value.Ids.Contains(id, StringComparer.Ordinal))
            {
                throw new RegisterProblemException(RegisterProblem.MissingMasterKey, $"{id} ({count})");
            }

            await TryKey(id);
        }

        var check = seal.LookupKeyCheck();
        if (await store.KeepLookupKeyCheck(check) != check)
        {
            throw new RegisterProblemException(RegisterProblem.OtherLookupKey, RegisterKeyOptions.Section);
        }
    }

    private async Task TryKey(string masterKeyId)
    {
        if (await store.ReadWrappedBy(masterKeyId) is not { } one)
        {
            return;
        }

        try
        {
            seal.Rewrap(one);
        }
        catch (SealException exception)
        {
            throw new RegisterProblemException(RegisterProblem.OtherMasterKey, masterKeyId, exception);
        }
    }
}
