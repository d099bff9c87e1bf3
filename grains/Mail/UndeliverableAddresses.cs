using System.Collections.Frozen;
using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>The addresses that no mail about actions goes to, as of the last look. Any thread.</summary>
public sealed class UndeliverableAddresses(PersonalSeal seal)
{
    private volatile FrozenSet<LookupHash> _addresses = [];

    /// <summary>Whether an address is one of them.</summary>
    public bool Contains(string address) => _addresses is { Count: > 0 } addresses && addresses.Contains(seal.Email(address).Hash);

    /// <summary>Looks again.</summary>
    public async Task Refresh(IBounceStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _addresses = (await store.ReadUndeliverable()).ToFrozenSet();
    }
}
