using Burgernet.Participants;
using Orleans.Concurrency;

namespace Burgernet.Grains.Participants;

/// <summary>Key: 0. Everything may interleave: it keeps nothing, each call is a read or a record of its own.</summary>
[GrainType("register")]
[StatelessWorker]
[Reentrant]
internal sealed class RegisterGrain(RegisterDesk desk) : Grain, IRegisterGrain
{
    public Task<SearchPage> Search(RegisterAccess access, ParticipantSearch search, Guid? after, int limit) =>
        desk.Search(access, search, after, limit);

    public Task<long> Record(RegisterAccess access, IReadOnlyList<Guid> participants) => desk.Record(access, participants);

    public Task EndRecord(long record, long count, bool complete) => desk.EndRecord(record, count, complete);

    public Task<NewsletterPage> ReadNewsletter(IReadOnlyList<string>? within, Guid? after, int limit) =>
        desk.ReadNewsletter(within, after, limit);

    public Task<ResearchPage> ReadResearch(string study, IReadOnlyList<string>? within, Guid? after, int limit) =>
        desk.ReadResearch(study, within, after, limit);
}
