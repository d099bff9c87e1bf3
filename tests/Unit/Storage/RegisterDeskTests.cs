using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Burgernet.Tests.Unit.Participants;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What people find in the register and take out of it, with the store of every provider.</summary>
public abstract class RegisterDeskTests : StoreTests
{
    private static readonly RegisterAccess Access = new("deventer", "bea", RegisterAct.Searched, "phone");

    private readonly FakeTimeProvider _time = new(RegisterBench.Now);

    private RegisterDesk Desk =>
        new(
            Store.Desk,
            Store.Accesses,
            SealedPeople.Seal,
            RegisterBench.Phones(),
            Microsoft.Extensions.Options.Options.Create(RegisterBench.Options),
            _time
        );

    [Theory]
    [InlineData("0620000002")]
    [InlineData("06-2000 0002")]
    [InlineData("+31 (6) 20000002")]
    [InlineData("0031620000002")]
    public async Task Search_ByPhone_FindsThemInAnyNotation(string phone)
    {
        await AddPeople();
        var page = await Search(new ParticipantSearch { Phone = new PersonalText(phone) });
        var found = Assert.Single(page.Found);

        Assert.Equal(StoreBench.Person(2), found.Id);
        Assert.Equal(("+31•••••••02", "F•••@voorbeeld.nl"), (found.MaskedPhones[0], found.MaskedEmail));
        Assert.Equal(("Fatima de Vries", "GM0150,GM0193"), (found.Name.Value, string.Join(',', found.Municipalities)));
    }

    [Fact]
    public async Task Search_ByEachCriterion_FindsWhoHoldsThemAll()
    {
        await AddPeople();
        Assert.Equal("1 2 3 4 5 6", await Numbers(new ParticipantSearch { Email = new PersonalText("FATIMA@voorbeeld.nl ") }));
        Assert.Equal("2 4 6", await Numbers(new ParticipantSearch { Municipality = "GM0193" }));
        Assert.Equal("", await Numbers(new ParticipantSearch { Municipality = "GM0001" }));
        Assert.Equal("3", await Numbers(new ParticipantSearch { Status = ParticipantStatus.Left }));
        Assert.Equal("1 2 3 4 5 6", await Numbers(new ParticipantSearch { Address = Address(addition: null) }));
        Assert.Equal("1 3 5", await Numbers(new ParticipantSearch { Address = Address("A ") }));
        Assert.Equal("", await Numbers(new ParticipantSearch { Address = Address("C") }));
        Assert.Equal("4", await Numbers(new ParticipantSearch { Phone = new("0620000004"), Municipality = "GM0193" }));
        Assert.Equal("", await Numbers(new ParticipantSearch { Phone = new("0620000003"), Municipality = "GM0193" }));
    }

    [Fact]
    public async Task Search_ByAKeyOfSomeMunicipalities_FindsNobodyElseAndTellsOfNoOther()
    {
        await AddPeople();
        var page = await Search(new ParticipantSearch { Email = new PersonalText("fatima@voorbeeld.nl"), Within = ["GM0193", "GM0001"] });

        Assert.Equal(3, page.Found.Count);
        Assert.All(page.Found, found => Assert.Equal("GM0193", Assert.Single(found.Municipalities)));
    }

    [Fact]
    public async Task Search_ByPages_ShowsEveryoneOnceInOrder()
    {
        await AddPeople();
        var found = new List<Guid>();
        Guid? after = null;
        do
        {
            var page = await Desk.Search(Access, new ParticipantSearch { Municipality = "GM0150" }, after, 2);
            found.AddRange(page.Found.Select(person => person.Id));
            after = page.Next;
        } while (after is not null);

        Assert.Equal(Enumerable.Range(1, 6).Select(StoreBench.Person), found);
    }

    [Fact]
    public async Task Search_ForWhatCannotBe_SaysWhyAndIsNotRecorded()
    {
        var page = await Search(
            new ParticipantSearch
            {
                Phone = new("nobody"),
                Email = new("nobody"),
                Address = new DutchAddress(new PersonalText("7411"), 12),
            }
        );

        Assert.Equal(
            "PhoneInvalid /phone, EmailInvalid /email, PostcodeInvalid /postcode",
            string.Join(", ", page.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}"))
        );
        Assert.Equal(0, await Store.Number("select count(*) from access_record"));
    }

    [Fact]
    public async Task Search_OfWhoWasErased_FindsNobody()
    {
        await AddPeople();
        var row = (await Store.Register.Read(StoreBench.Person(3)))!;
        var erased = ParticipantPolicy.Erase(row, RegisterBench.Now).Row!;
        await Store.Register.Write(
            new ParticipantWrite(erased, new ParticipantChange(Guid.NewGuid(), default, ChangeRole.Manager, "bea", RegisterBench.Now, []))
        );

        Assert.Equal("", await Numbers(new ParticipantSearch { Status = ParticipantStatus.Left }));
    }

    [Fact]
    public async Task Access_Recorded_NamesIdsAndIsForgottenWhenItIsOld()
    {
        await AddPeople();
        await Search(new ParticipantSearch { Municipality = "GM0193" });
        Assert.Equal(
            3,
            await Store.Number("select participants from access_record where control_room = 'deventer' and accessed_by = 'bea'")
        );
        Assert.Equal(3, await Store.Number("select count(*) from access_participant"));

        _time.Advance(RegisterBench.Options.AccessesKept + TimeSpan.FromDays(1));
        var record = await Desk.Record(Access with { Act = RegisterAct.TookResearch, About = "reach" }, []);
        Assert.Equal(1, await Store.Number("select count(*) from access_record"));
        Assert.Equal(0, await Store.Number("select count(*) from access_participant"));
        Assert.Equal(1, await Store.Number("select count(*) from access_record where participants is null and about = 'reach'"));

        await Desk.EndRecord(record, 12, complete: true);
        Assert.Equal(12, await Store.Number("select participants from access_record"));
    }

    [Fact]
    public async Task Newsletter_HasWhoIsActiveAndWantsArticles()
    {
        await AddPeople();
        await Add(7, status: ParticipantStatus.Active, articles: false);
        await Add(8, status: ParticipantStatus.Active, email: null);
        var first = await Desk.ReadNewsletter(within: null, after: null, 3);
        var rest = await Desk.ReadNewsletter(within: null, first.Next, 500);

        // Three is left, four is pending.
        Assert.Equal([3, 1], [first.Readers.Count, rest.Readers.Count]);
        Assert.Equal("Fatima@voorbeeld.nl", first.Readers[0].Email.Value);
        Assert.Null(rest.Next);
        Assert.Equal(2, (await Desk.ReadNewsletter(["GM0193"], after: null, 500)).Readers.Count);
    }

    [Fact]
    public async Task ArticleReaders_AmongSome_AreWhoIsActiveAndWantsArticles()
    {
        await AddPeople();
        await Add(7, status: ParticipantStatus.Active, articles: false);
        var readers = (IArticleReaders)Store.Desk;

        // Three is left, four is pending; one was not asked about, and nine is nobody.
        var among = await readers.Among([.. new[] { 2, 3, 4, 7, 9 }.Select(StoreBench.Person)]);
        Assert.Equal([StoreBench.Person(2)], among);
        Assert.Empty(await readers.Among([]));
    }

    [Fact]
    public async Task Research_HasEverybodyConfirmedUnderAPseudonymOfTheStudy()
    {
        await AddPeople();
        var page = await Desk.ReadResearch("reach", within: null, after: null, 500);
        var again = await Desk.ReadResearch("reach", within: null, after: null, 500);
        var other = await Desk.ReadResearch("costs", ["GM0193"], after: null, 500);

        Assert.Equal(5, page.Subjects.Count);
        Assert.Equal(
            page.Subjects.Select(subject => subject.Pseudonym),
            again.Subjects.Select(subject => subject.Pseudonym),
            StringComparer.Ordinal
        );
        Assert.Empty(page.Subjects.Select(s => s.Pseudonym).Intersect(other.Subjects.Select(s => s.Pseudonym), StringComparer.Ordinal));
        Assert.All(other.Subjects, subject => Assert.Equal("GM0193", Assert.Single(subject.Municipalities)));
        Assert.Equal(
            (1980, ContactChannels.All, new DateOnly(2026, 3, 1), new DateOnly(2026, 4, 1)),
            (page.Subjects[2].BirthDecade, page.Subjects[2].Channels, page.Subjects[2].Joined, page.Subjects[2].Left)
        );
        Assert.DoesNotContain(
            page.Subjects,
            subject => subject.Pseudonym.Contains(StoreBench.Person(1).ToString("N"), StringComparison.Ordinal)
        );
    }

    /// <summary>Six with one address, the even ones at B with a second location in GM0193; the third has left, the fourth is pending.</summary>
    private async Task AddPeople()
    {
        for (var i = 1; i <= 6; i++)
        {
            await Add(
                i,
                i == 3 ? ParticipantStatus.Left
                    : i == 4 ? ParticipantStatus.Pending
                    : ParticipantStatus.Active
            );
        }
    }

    private Task Add(int number, ParticipantStatus status, bool articles = true, string? email = "Fatima@Voorbeeld.nl")
    {
        var home = RegisterBench.Profile.Locations[0];
        var profile = RegisterBench.Accepted(
            RegisterBench.Profile with
            {
                Phones = [new PersonalText($"06 2000 000{number}")],
                Email = email is null ? null : new PersonalText(email),
                WantsArticles = articles,
                Locations =
                [
                    home with
                    {
                        Address = Address(number % 2 == 0 ? "B" : "a"),
                        Channels = email is null ? ContactChannels.Voice : home.Channels,
                    },
                    RegisterBench.Profile.Locations[1],
                ],
            }
        );
        var row = SealedPeople.Rows.Create(
            StoreBench.Person(number),
            RegisterBench.Registration with
            {
                Profile = profile.Profile,
            },
            profile,
            RegisterBench.Now
        );
        return Store.Participants.AddMany([
            row with
            {
                Status = status,
                LeftAt = status == ParticipantStatus.Left ? RegisterBench.Now.AddMonths(1) : null,
                Locations =
                [
                    row.Locations[0] with
                    {
                        Borders = new BorderCodes("GM0150", "VR04"),
                    },
                    row.Locations[1] with
                    {
                        Borders = new BorderCodes(number % 2 == 0 ? "GM0193" : null, District: null),
                    },
                ],
            },
        ]);
    }

    private static DutchAddress Address(string? addition) =>
        new(new PersonalText("7411 kt"), 12, addition is null ? null : new PersonalText(addition));

    private Task<SearchPage> Search(ParticipantSearch search) => Desk.Search(Access, search, after: null, 200);

    private async Task<string> Numbers(ParticipantSearch search) =>
        string.Join(
            ' ',
            (await Search(search)).Found.Select(found => Enumerable.Range(1, 9).Single(number => StoreBench.Person(number) == found.Id))
        );
}
