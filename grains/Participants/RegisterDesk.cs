using Burgernet.Participants;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Participants;

/// <summary>Looks into the register for people: searches, and what they take out of it. Nothing is handed out before it is recorded.</summary>
internal sealed class RegisterDesk(
    IRegisterStore store,
    IAccessLog log,
    PersonalSeal seal,
    PhonePolicy phones,
    IOptions<RegisterOptions> options,
    TimeProvider time
)
{
    /// <summary>The most on a page of a search.</summary>
    public const int LargestSearch = 200;

    /// <summary>The most on a page of what is taken out.</summary>
    public const int LargestPage = 500;

    private static readonly ParticipantStatus[] Confirmed = [ParticipantStatus.Active, ParticipantStatus.Suspended, ParticipantStatus.Left];

    public async Task<SearchPage> Search(RegisterAccess access, ParticipantSearch search, Guid? after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestSearch);
        var refusals = new List<ParticipantRefusal>();
        var lookups = Lookups(search, refusals);
        if (refusals.Count > 0)
        {
            return new SearchPage(refusals, [], Next: null);
        }

        var query = new RegisterQuery
        {
            Lookups = lookups,
            Statuses = search.Status is { } status ? [status] : [],
            Municipality = search.Municipality,
            Within = search.Within,
        };
        var rows = await store.Search(query, after, limit);
        var found = rows.Select(row => (Row: row, Data: seal.Open(row.Id, row.Sealed!)))
            .Where(person => Lives(person.Data, search.Address))
            .Select(person => Found(person.Row, person.Data, search.Within))
            .ToArray();
        await Record(access, [.. found.Select(person => person.Id)]);
        return new SearchPage([], found, NextOf(rows, limit));
    }

    public Task<long> Record(RegisterAccess access, IReadOnlyList<Guid> participants)
    {
        var now = time.GetUtcNow();
        return log.Record(access, now, participants, now - options.Value.AccessesKept);
    }

    public Task EndRecord(long record, long count, bool complete) => log.End(record, count, complete);

    public async Task<NewsletterPage> ReadNewsletter(IReadOnlyList<string>? within, Guid? after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
        var query = new RegisterQuery
        {
            Statuses = [ParticipantStatus.Active],
            Within = within,
            WantArticles = true,
        };
        var rows = await store.Search(query, after, limit);
        var readers = new List<NewsletterReader>(rows.Count);
        foreach (var row in rows)
        {
            var data = seal.Open(row.Id, row.Sealed!);
            if (data.Email is { } email)
            {
                readers.Add(new NewsletterReader(data.Name, email, row.Language));
            }
        }

        return new NewsletterPage(readers, NextOf(rows, limit));
    }

    public async Task<ResearchPage> ReadResearch(string study, IReadOnlyList<string>? within, Guid? after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LargestPage);
        var rows = await store.Search(new RegisterQuery { Statuses = Confirmed, Within = within }, after, limit);
        return new ResearchPage([.. rows.Select(row => Subject(row, study, within))], NextOf(rows, limit));
    }

    private List<Lookup> Lookups(ParticipantSearch search, List<ParticipantRefusal> refusals)
    {
        var lookups = new List<Lookup>();
        if (search.Phone is { } phone)
        {
            // One that could not be registered today may have been when it was.
            _ = phones.Check(phone.Value, out var number);
            if (number.E164 is { } e164)
            {
                lookups.Add(seal.Phone(e164));
            }
            else
            {
                refusals.Add(new ParticipantRefusal(ParticipantRefusalCode.PhoneInvalid, "/phone"));
            }
        }

        if (search.Email is { } email)
        {
            lookups.Add(seal.Email(email.Value));
            if (EmailPolicy.Read(email.Value) is null)
            {
                refusals.Add(new ParticipantRefusal(ParticipantRefusalCode.EmailInvalid, "/email"));
            }
        }

        if (search.Address is { } address)
        {
            if (AddressPolicy.Check(address, out var read) is { } refusal)
            {
                refusals.Add(
                    new ParticipantRefusal(refusal, refusal == ParticipantRefusalCode.PostcodeInvalid ? "/postcode" : "/houseNumber")
                );
            }
            else if (seal.Address(read.Postcode.Value, read.HouseNumber) is { } lookup)
            {
                lookups.Add(lookup);
            }
        }

        return lookups;
    }

    /// <summary>The look-up knows postcode and number; the addition is sealed.</summary>
    private static bool Lives(PersonalData data, DutchAddress? address)
    {
        if (address?.Addition is not { } addition || AddressPolicy.Check(address, out var read) is not null)
        {
            return true;
        }

        return data.Places.Any(place =>
            place.Address is { } own
            && own.Postcode == read.Postcode
            && own.HouseNumber == read.HouseNumber
            && string.Equals(own.Addition?.Value, read.Addition?.Value ?? addition.Value, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static FoundParticipant Found(ParticipantRow row, PersonalData data, IReadOnlyList<string>? within) =>
        new()
        {
            Id = row.Id,
            Status = row.Status,
            Name = data.Name,
            MaskedPhones = [.. data.Phones.Select(phone => SearchText.MaskPhone(phone.Value))],
            MaskedEmail = data.Email is { } email ? SearchText.MaskEmail(email.Value) : null,
            Municipalities = Municipalities(row, within),
            CreatedAt = row.CreatedAt,
        };

    private ResearchSubject Subject(ParticipantRow row, string study, IReadOnlyList<string>? within) =>
        new()
        {
            Pseudonym = seal.Pseudonym(study, row.Id),
            BirthDecade = seal.Open(row.Id, row.Sealed!).BirthYear / 10 * 10,
            Municipalities = Municipalities(row, within),
            Language = row.Language,
            Kind = row.Kind,
            Channels = row.Locations.Aggregate(default(ContactChannels), (all, location) => all | location.Channels),
            Joined = Month(row.CreatedAt),
            Left = row.LeftAt is { } left ? Month(left) : null,
        };

    // Of where else somebody is, whoever is limited to some municipalities learns nothing.
    private static string[] Municipalities(ParticipantRow row, IReadOnlyList<string>? within) =>
        [
            .. row
                .Locations.Select(location => location.Borders.Municipality)
                .OfType<string>()
                .Where(code => within is null || within.Contains(code, StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private static DateOnly Month(DateTimeOffset time) => new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1);

    private static Guid? NextOf(IReadOnlyList<ParticipantRow> rows, int limit) => rows.Count < limit ? null : rows[^1].Id;
}
