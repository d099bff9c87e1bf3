using Burgernet.Dossier;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>Two keys, of which the second signs.</summary>
internal sealed class FakeDossierKeysGrain : Grain, IDossierKeysGrain
{
    public Task<IReadOnlyList<DossierKey>> List() =>
        Task.FromResult<IReadOnlyList<DossierKey>>([new DossierKey("2025-1", "pem 1", false), new DossierKey("2026-1", "pem 2", true)]);
}
