using System.Security.Cryptography;
using Burgernet.Dossier;
using Orleans.Concurrency;

namespace Burgernet.Grains.Dossier;

/// <summary>Key: 0. Holds nothing; any number may read at once.</summary>
[GrainType("dossier-keys")]
[StatelessWorker]
internal sealed class DossierKeysGrain(Lazy<DossierKeys> keys) : Grain, IDossierKeysGrain
{
    public Task<IReadOnlyList<DossierKey>> List() =>
        Task.FromResult<IReadOnlyList<DossierKey>>([
            .. keys.Value.Public.Select(key => new DossierKey(key.Id, PemEncoding.WriteString("PUBLIC KEY", key.PublicKey), key.Signs)),
        ]);
}
