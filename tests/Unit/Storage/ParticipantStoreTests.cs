using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Burgernet.Tests.Unit.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the store of participants of every provider does.</summary>
public abstract class ParticipantStoreTests : StoreTests
{
    private static readonly DateTimeOffset Now = RegisterBench.Now;

    [Fact]
    public async Task Write_New_IsReadBackAsItWas()
    {
        var row = Full(1);
        var result = await Write(row, cells: [5, 6]);

        Assert.Equal(ParticipantWriteOutcome.Stored, result.Outcome);
        var read = await Store.Register.Read(row.Id);
        AssertSame(row, read);
        Assert.Equivalent(SealedPeople.Rows.Read(row), SealedPeople.Rows.Read(read!), strict: true);
        Assert.Null(await Store.Register.Read(StoreBench.Person(2)));
    }

    [Fact]
    public async Task Write_Change_ReplacesEverything()
    {
        var row = Full(1);
        await Write(row);
        var changed = SealedPeople.Rows.Change(
            row,
            RegisterBench.Accepted(
                RegisterBench.Profile with
                {
                    Phones = [new PersonalText("06 2000 0009")],
                    Email = null,
                    Locations = [RegisterBench.Profile.Locations[1] with { Channels = ContactChannels.Sms, Hours = Office }],
                    Kind = ParticipantKind.Professional,
                    Language = Language.English,
                    TargetGroups = 1UL << 63,
                }
            ),
            Now.AddHours(1)
        );
        await Write(changed);

        AssertSame(changed, await Store.Register.Read(row.Id));
        Assert.Empty(await Store.Register.Find(SealedPeople.Seal.Phone("+31620000001"), null, 10));
        Assert.Single(await Store.Register.Find(SealedPeople.Seal.Phone("+31620000009"), null, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Write_AnotherVersionStandsThere_StoresNothing(long version)
    {
        var row = Full(1);
        await Write(row);
        await Write(row with { Version = 2, Status = ParticipantStatus.Suspended });
        var late = row with { Version = version == 3 ? 2 : version, Source = "late" };

        Assert.Equal(ParticipantWriteOutcome.VersionMoved, (await Write(late)).Outcome);
        Assert.Equal((2, "website"), ((await Store.Register.Read(row.Id))!.Version, (await Store.Register.Read(row.Id))!.Source));
        Assert.Equal(2, await Store.Number("select count(*) from participant_change"));
    }

    [Fact]
    public async Task Write_ManyAtOnceForOneVersion_OneWins()
    {
        var row = Full(1);
        await Write(row);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Write(row with { Version = 2 })));
        Assert.Single(outcomes, outcome => outcome.Outcome == ParticipantWriteOutcome.Stored);
    }

    [Fact]
    public async Task Write_PhoneOfAnother_IsRefusedByName()
    {
        await Write(Full(1));
        var result = await Write(Full(2, phones: ["0570-654321", "06 2000 0001"]));

        Assert.Equal(ParticipantWriteOutcome.PhoneTaken, result.Outcome);
        Assert.Equal([SealedPeople.Seal.Phone("+31620000001").Hash], result.Taken);
        Assert.Null(await Store.Register.Read(StoreBench.Person(2)));
        Assert.Empty(await Store.Register.Find(SealedPeople.Seal.Phone("+31570654321"), null, 10));
    }

    [Theory]
    [InlineData(ParticipantStatus.Pending, false)]
    [InlineData(ParticipantStatus.Active, false)]
    [InlineData(ParticipantStatus.Suspended, false)]
    [InlineData(ParticipantStatus.Left, true)]
    public async Task Write_PhoneOfSomebodyInEachStatus_IsFreeOnceTheyLeft(ParticipantStatus status, bool free)
    {
        var row = Full(1);
        await Write(row);
        await Write(row with { Version = 2, Status = status });

        var outcome = (await Write(Full(2))).Outcome;
        Assert.Equal(free ? ParticipantWriteOutcome.Stored : ParticipantWriteOutcome.PhoneTaken, outcome);
        Assert.Equal(free ? 2 : 1, (await Store.Register.Find(SealedPeople.Seal.Phone("+31620000001"), null, 10)).Count);
    }

    [Fact]
    public async Task Write_ManyAtOnceWithTheSamePhones_OneWins()
    {
        var rows = Enumerable
            .Range(1, 10)
            .Select(i => Full(i, i % 2 == 0 ? ["06 2000 0001", "06 2000 0002"] : ["06 2000 0002", "06 2000 0001"]));
        var outcomes = await Task.WhenAll(rows.Select(row => Write(row)));

        Assert.Single(outcomes, outcome => outcome.Outcome == ParticipantWriteOutcome.Stored);
        Assert.Equal(9, outcomes.Count(outcome => outcome.Outcome == ParticipantWriteOutcome.PhoneTaken));
        Assert.Equal(1, await Store.Number("select count(*) from participant"));
    }

    [Fact]
    public async Task Write_PhonesExchangedWithinOnePerson_IsStored()
    {
        var row = Full(1);
        await Write(row);
        Assert.Equal(ParticipantWriteOutcome.Stored, (await Write(row with { Version = 2, Lookups = [.. row.Lookups.Reverse()] })).Outcome);
    }

    [Fact]
    public async Task Find_Pages_ShowEveryoneOnce()
    {
        for (var i = 1; i <= 7; i++)
        {
            await Write(Full(i, [$"06 2000 000{i}"]));
        }

        var address = SealedPeople.Seal.Address("7411KT", 12)!.Value;
        var found = new List<Guid>();
        while (await Store.Register.Find(address, found.Count == 0 ? null : found[^1], 3) is { Count: > 0 } page)
        {
            found.AddRange(page);
        }

        Assert.Equal(Enumerable.Range(1, 7).Select(StoreBench.Person).ToHashSet(), found.ToHashSet());
        Assert.Equal(7, found.Count);
        Assert.Empty(await Store.Register.Find(SealedPeople.Seal.Address("7411KT", 13)!.Value, null, 3));
    }

    [Fact]
    public async Task FindOperation_DoneBefore_SaysWhatCameOfIt()
    {
        var row = Full(1);
        await Write(row, operation: 7);
        await Write(row with { Version = 2, Status = ParticipantStatus.Left }, operation: 8);

        var done = await Store.Register.FindOperation(row.Id, StoreBench.Action(7));
        Assert.Equal(new StoredOperation(Fingerprint, 1, ParticipantStatus.Pending), done);
        Assert.Equal(ParticipantStatus.Left, (await Store.Register.FindOperation(row.Id, StoreBench.Action(8)))!.Status);
        Assert.Null(await Store.Register.FindOperation(StoreBench.Person(2), StoreBench.Action(7)));
    }

    [Fact]
    public async Task Untold_UntilMarked_IsReadInOrderAndForgetsItsCells()
    {
        var row = Full(1);
        var first = await Write(row, cells: [3, 4], at: Now);
        var second = await Write(row with { Version = 2 }, cells: [4, 5], at: Now.AddSeconds(1));
        await Write(Full(2, ["06 2000 0002"]), cells: [], at: Now);

        var untold = await Store.Register.ReadUntold(0, Now.AddMinutes(1), 10);
        Assert.Equal([(1, 3UL), (2, 4UL)], untold.Select(change => ((int)change.Version, change.Cells[0])));
        Assert.Equal([first.Sequence, second.Sequence], untold.Select(change => change.Sequence));
        Assert.Single(await Store.Register.ReadUntold(0, Now.AddSeconds(1), 10));
        Assert.Single(await Store.Register.ReadUntold(first.Sequence, Now.AddMinutes(1), 10));
        Assert.Single(await Store.Register.ReadUntold(0, Now.AddMinutes(1), 1));

        await Store.Register.MarkTold([first.Sequence, second.Sequence]);
        await Store.Register.MarkTold([first.Sequence]);
        Assert.Empty(await Store.Register.ReadUntold(0, Now.AddMinutes(1), 10));
        Assert.Equal(0, await Store.Number("select count(*) from participant_change where length(cells) > 0"));
    }

    [Fact]
    public async Task ForgetTold_OldEntries_GoButNotUntoldOrYoungOnes()
    {
        var row = Full(1);
        await Write(row, at: Now);
        var told = await Write(row with { Version = 2 }, cells: [1], at: Now.AddDays(1));
        await Write(row with { Version = 3 }, cells: [2], at: Now.AddDays(2));
        await Store.Register.MarkTold([told.Sequence]);

        Assert.Equal(1, await Store.Register.ForgetTold(Now.AddDays(1), 10));
        Assert.Equal(1, await Store.Register.ForgetTold(Now.AddDays(9), 1));
        Assert.Equal(0, await Store.Register.ForgetTold(Now.AddDays(9), 10));
        Assert.Single(await Store.Register.ReadUntold(0, Now.AddDays(9), 10));
    }

    [Fact]
    public async Task Erase_LeavesATombstoneAndNothingElse()
    {
        var row = Full(1);
        await Write(row, cells: [7], operation: 1);
        var erased = ParticipantPolicy.Erase(row, Now.AddDays(1)).Row!;
        Assert.Equal(ParticipantWriteOutcome.Stored, (await Write(erased, cells: [7], operation: 2)).Outcome);

        AssertSame(erased, await Store.Register.Read(row.Id));
        Assert.Equal(0, await Store.Number("select count(*) from location"));
        Assert.Equal(0, await Store.Number("select count(*) from participant_lookup"));
        Assert.Equal(1, await Store.Number("select count(*) from participant where sealed is null and wrapped_key is null"));
        Assert.Equal(default, (await Store.Register.FindOperation(row.Id, StoreBench.Action(1)))!.Fingerprint);
        Assert.Equal(0, (await Store.Participants.Count()).Participants);
        Assert.Equal(ParticipantWriteOutcome.Stored, (await Write(Full(2))).Outcome);
    }

    [Fact]
    public async Task Count_TellsWhoHasPracticeNumbers()
    {
        await Write(Full(1));
        await Write(Full(2, ["06 2000 0002"]) with { HasPracticeNumber = true });
        Assert.Equal((2, 1), ((await Store.Participants.Count()).Participants, (await Store.Participants.Count()).Practice));
    }

    [Fact]
    public async Task AddMany_Rows_AreReadBackAsTheyWere()
    {
        var rows = new[] { Full(1), Full(2, ["06 2000 0002"]) with { Status = ParticipantStatus.Left, LeftAt = Now } };
        await Store.Participants.AddMany(rows);
        foreach (var row in rows)
        {
            AssertSame(row, await Store.Register.Read(row.Id));
        }

        Assert.Equal(ParticipantWriteOutcome.PhoneTaken, (await Write(Full(3))).Outcome);
        Assert.Equal(ParticipantWriteOutcome.Stored, (await Write(Full(3, ["06 2000 0002"]))).Outcome);
    }

    private static LookupHash Fingerprint => new(1, 2);

    private static WeeklyHours Office =>
        WeeklyHours.TryCreate([new HoursWindow(DaysOfWeek.Weekdays, 540, 1020)], out var hours) ? hours : default;

    private protected static ParticipantRow Full(int person, string[]? phones = null)
    {
        var profile = RegisterBench.Accepted(
            phones is null
                ? RegisterBench.Profile
                : RegisterBench.Profile with
                {
                    Phones = [.. phones.Select(phone => new PersonalText(phone))],
                }
        );
        var row = SealedPeople.Rows.Create(
            StoreBench.Person(person),
            RegisterBench.Registration with
            {
                Profile = profile.Profile,
            },
            profile,
            Now
        );
        return row with
        {
            Locations = [row.Locations[0] with { Borders = new BorderCodes("GM0150", "VR04"), Hours = Office }, row.Locations[1]],
        };
    }

    private protected Task<ParticipantWriteResult> Write(
        ParticipantRow row,
        ulong[]? cells = null,
        int? operation = null,
        DateTimeOffset? at = null
    ) =>
        Store.Register.Write(
            new ParticipantWrite(
                row,
                new ParticipantChange(
                    operation is { } number ? StoreBench.Action(number) : Guid.NewGuid(),
                    Fingerprint,
                    ChangeRole.Manager,
                    "relatie-1",
                    at ?? Now,
                    cells ?? []
                )
            )
        );

    private static void AssertSame(ParticipantRow expected, ParticipantRow? read)
    {
        Assert.NotNull(read);
        Assert.Equivalent(expected with { Lookups = [] }, read with { Lookups = [] }, strict: true);
        Assert.Equal(expected.Lookups.ToHashSet(), read.Lookups.ToHashSet());
    }
}
