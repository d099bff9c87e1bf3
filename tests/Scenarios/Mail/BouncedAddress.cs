using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Tests.Sealed;

namespace Burgernet.Tests.Scenarios.Mail;

/// <summary>One address from which everything bounced.</summary>
internal sealed class BouncedAddress(string address) : IBounceStore
{
    public Task<BounceRow?> Read(Guid participantId) => Task.FromResult<BounceRow?>(null);

    public Task Write(BounceRow row) => Task.CompletedTask;

    public Task<IReadOnlyList<LookupHash>> ReadUndeliverable() =>
        Task.FromResult<IReadOnlyList<LookupHash>>([SealedPeople.Seal.Email(address).Hash]);
}
