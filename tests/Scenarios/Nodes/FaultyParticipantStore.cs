using Burgernet.Grains.Participants;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>The store of participants with faults in its writes.</summary>
internal sealed class FaultyParticipantStore(IParticipantStore inner, RegisterFaults faults) : IParticipantStore
{
    public Task<ParticipantRow?> Read(Guid participantId) => inner.Read(participantId);

    public Task<StoredOperation?> FindOperation(Guid participantId, Guid operationId) => inner.FindOperation(participantId, operationId);

    public async Task<ParticipantWriteResult> Write(ParticipantWrite write)
    {
        faults.Reach(RegisterStep.BeforeWrite);
        var result = await inner.Write(write);
        faults.Reach(RegisterStep.AfterWrite);
        return result;
    }

    public Task<IReadOnlyList<Guid>> Find(Lookup lookup, Guid? after, int limit) => inner.Find(lookup, after, limit);

    public Task<IReadOnlyList<UntoldChange>> ReadUntold(long after, DateTimeOffset before, int limit) =>
        inner.ReadUntold(after, before, limit);

    public async Task MarkTold(IReadOnlyCollection<long> sequences)
    {
        faults.Reach(RegisterStep.BeforeMark);
        await inner.MarkTold(sequences);
        faults.Reach(RegisterStep.AfterMark);
    }

    public Task<int> ForgetTold(DateTimeOffset before, int limit) => inner.ForgetTold(before, limit);
}
