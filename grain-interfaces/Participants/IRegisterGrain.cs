using Orleans.Concurrency;

namespace Burgernet.Participants;

/// <summary>The register as a whole, for whoever looks into it. Key: 0; several at a time on each silo.</summary>
/// <remarks>
/// What is seen is recorded before it is handed out: when the record cannot be stored, nothing is. Pages go by participants' ids, each a read of its own:
/// who is there all the time comes exactly once, who changes meanwhile comes as they were before or after.
/// That the database does not answer is an exception.
/// </remarks>
[Alias("burgernet.IRegister")]
public interface IRegisterGrain : IGrainWithIntegerKey
{
    /// <summary>Searches, and records who was found.</summary>
    /// <param name="access">Who looks.</param>
    /// <param name="search">For what.</param>
    /// <param name="after">The page before's next, or null for the first.</param>
    /// <param name="limit">The most on a page, at most 200.</param>
    [Alias("Search")]
    Task<SearchPage> Search(RegisterAccess access, ParticipantSearch search, Guid? after, int limit);

    /// <summary>Records that somebody saw participants, or begins to take something out.</summary>
    /// <returns>The number of the record.</returns>
    [Alias("Record")]
    Task<long> Record(RegisterAccess access, IReadOnlyList<Guid> participants);

    /// <summary>Records how taking something out ended.</summary>
    /// <param name="record">From <see cref="Record"/>.</param>
    /// <param name="count">How many participants were handed out.</param>
    /// <param name="complete">Whether that was all.</param>
    [Alias("EndRecord")]
    Task EndRecord(long record, long count, bool complete);

    /// <summary>Active participants who want articles and have an e-mail address. Record it first.</summary>
    /// <param name="within">Codes of municipalities that it is limited to, or null.</param>
    /// <param name="after">The page before's next, or null for the first.</param>
    /// <param name="limit">The most on a page, at most 500.</param>
    [ReadOnly]
    [Alias("ReadNewsletter")]
    Task<NewsletterPage> ReadNewsletter(IReadOnlyList<string>? within, Guid? after, int limit);

    /// <summary>Everybody who was ever confirmed and is not erased, for research. Record it first.</summary>
    /// <param name="study">What pseudonyms depend on.</param>
    /// <param name="within">Codes of municipalities that it is limited to, or null; of others nothing is told then.</param>
    /// <param name="after">The page before's next, or null for the first.</param>
    /// <param name="limit">The most on a page, at most 500.</param>
    [ReadOnly]
    [Alias("ReadResearch")]
    Task<ResearchPage> ReadResearch(string study, IReadOnlyList<string>? within, Guid? after, int limit);
}
