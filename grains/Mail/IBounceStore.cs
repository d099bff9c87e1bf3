using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Mail;

/// <summary>What bounced. The node implements it. Goes with an erasure, in its transaction.</summary>
/// <remarks>Every method may throw <see cref="Actions.StoreUnavailableException"/>; a write may then have happened.</remarks>
public interface IBounceStore
{
    /// <summary>What stands of somebody, or null.</summary>
    Task<BounceRow?> Read(Guid participantId);

    /// <summary>Puts a row in the place of the one that stood; does nothing for whoever is erased.</summary>
    Task Write(BounceRow row);

    /// <summary>The addresses that no mail about actions goes to.</summary>
    Task<IReadOnlyList<LookupHash>> ReadUndeliverable();
}
