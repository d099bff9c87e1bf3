using System.Collections.Concurrent;
using Burgernet.Participants;

namespace Burgernet.Tests.Api.Hosting;

/// <summary>A register with two people in it; without an end for who is limited to <see cref="Endless"/>.</summary>
[GrainType("tests.register")]
[Orleans.Concurrency.Reentrant]
internal sealed class FakeRegisterGrain : Grain, IRegisterGrain
{
    public const string Endless = "GM9999";

    private static readonly Guid First = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    private static readonly Guid Second = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    private static readonly ConcurrentDictionary<long, Record> Records = new();

    /// <summary>What was recorded for a control room and somebody there.</summary>
    public static IReadOnlyList<Record> Of(string controlRoom, string by) =>
        [
            .. Records
                .OrderBy(record => record.Key)
                .Select(record => record.Value)
                .Where(record => record.Access.ControlRoom == controlRoom && record.Access.By == by),
        ];

    public Task<SearchPage> Search(RegisterAccess access, ParticipantSearch search, Guid? after, int limit)
    {
        if (search.Phone?.Value == "nonsense")
        {
            return Task.FromResult(new SearchPage([new(ParticipantRefusalCode.PhoneInvalid, "/phone")], [], null));
        }

        Guid[] found = after is null ? [First, Second] : [Second];
        var page = found.Take(limit).ToArray();
        Add(access, page);
        return Task.FromResult(
            new SearchPage(
                [],
                [
                    .. page.Select(id => new FoundParticipant
                    {
                        Id = id,
                        Status = search.Status ?? ParticipantStatus.Active,
                        Name = new PersonalText($"Jan {search.Address?.HouseNumber}"),
                        MaskedPhones = ["+31•••••••78"],
                        Municipalities = search.Within ?? ["GM0150"],
                        CreatedAt = FakeParticipantGrain.Moment,
                    }),
                ],
                page.Length < found.Length ? page[^1] : null
            )
        );
    }

    Task<long> IRegisterGrain.Record(RegisterAccess access, IReadOnlyList<Guid> participants) => Task.FromResult(Add(access, participants));

    public Task EndRecord(long record, long count, bool complete)
    {
        Records[record] = Records[record] with { Count = count, Complete = complete };
        return Task.CompletedTask;
    }

    public Task<NewsletterPage> ReadNewsletter(IReadOnlyList<string>? within, Guid? after, int limit)
    {
        var endless = within is [Endless];
        NewsletterReader[] readers =
            after is null || endless
                ? [Reader("=HYPERLINK(\"x\")", "a@example.org"), Reader("Wit, \"de\" Jan", "+b@example.org")]
                : [Reader("Zoë", "c@example.org")];
        return Task.FromResult(new NewsletterPage(readers, after is null || endless ? First : null));
    }

    public Task<ResearchPage> ReadResearch(string study, IReadOnlyList<string>? within, Guid? after, int limit) =>
        Task.FromResult(
            new ResearchPage(
                [
                    new ResearchSubject
                    {
                        Pseudonym = study.Length == 32 ? "once" : study,
                        BirthDecade = 1980,
                        Municipalities = within ?? ["GM0150", "GM0193"],
                        Language = Language.English,
                        Kind = ParticipantKind.Citizen,
                        Channels = ContactChannels.Voice | ContactChannels.Email,
                        Joined = new DateOnly(2026, 1, 1),
                        Left = new DateOnly(2026, 3, 1),
                    },
                ],
                null
            )
        );

    private static NewsletterReader Reader(string name, string email) =>
        new(new PersonalText(name), new PersonalText(email), Language.Dutch);

    private static long Add(RegisterAccess access, IReadOnlyList<Guid> participants)
    {
        lock (Records)
        {
            var number = Records.Count + 1L;
            Records[number] = new Record(access, participants, Count: null, Complete: false);
            return number;
        }
    }

    /// <summary>What was recorded.</summary>
    public sealed record Record(RegisterAccess Access, IReadOnlyList<Guid> Participants, long? Count, bool Complete);
}
