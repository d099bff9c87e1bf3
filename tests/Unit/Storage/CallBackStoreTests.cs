using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>Which actions concerned the participant behind a number.</summary>
public abstract class CallBackStoreTests : StoreTests
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddPeople(5);
        await Store.NewAction(1);
        await Store.NewAction(2, minute: 1);
    }

    [Fact]
    public async Task Number_OfNobody_FindsNothing() => Assert.Empty(await Find(999));

    [Fact]
    public async Task Number_OfSomebodyWhomNothingConcerned_FindsNothing() => Assert.Empty(await Find(3));

    [Fact]
    public async Task Number_OfAParticipant_FindsTheActionThatSelectedThemLast()
    {
        await Select(action: 2, person: 5, minutes: 5);
        await Select(action: 1, person: 5, minutes: 6);
        await Select(action: 1, person: 4, minutes: 7);

        var found = await Find(5);
        Assert.Equal([StoreBench.Action(1), StoreBench.Action(2)], found);
        var first = (await Store.CallBacks.Find(SealedPeople.Seal.Phone(StoreBench.Phone(5)), practice: true))[0];
        Assert.Equal((StoreBench.Person(5), Language.English, "deventer"), (first.ParticipantId, first.Language, first.ControlRoom));
    }

    [Fact]
    public async Task Number_OfSomebodyWhoWasCalled_FindsTheActionThatCalledThemLast()
    {
        await Select(action: 1, person: 5, minutes: -10);
        await Select(action: 2, person: 5, minutes: -5);
        await Store.Store(Store.Step(1) with { Claims = [StoreBench.Claim(5, Guid.NewGuid())] });

        Assert.Equal([StoreBench.Action(1), StoreBench.Action(2)], await Find(5));
    }

    [Fact]
    public async Task Action_OfTheOtherKindOrArchived_IsNotFound()
    {
        await Select(action: 1, person: 5, minutes: 1);
        await Select(action: 2, person: 5, minutes: 2);
        await Store.Sql("update action set status = 'archived' where action_id = $1", StoreBench.Action(2));

        Assert.Equal([StoreBench.Action(1)], await Find(5));
        Assert.Empty(await Store.CallBacks.Find(SealedPeople.Seal.Phone(StoreBench.Phone(5)), practice: false));
    }

    [Fact]
    public async Task Number_ThatIsHeldNoMore_FindsNothing()
    {
        await Select(action: 1, person: 5, minutes: 1);
        await Store.Sql("delete from participant_lookup where participant_id = $1", StoreBench.Person(5));
        Assert.Empty(await Find(5));
    }

    private async Task<IEnumerable<Guid>> Find(int person) =>
        (await Store.CallBacks.Find(SealedPeople.Seal.Phone(StoreBench.Phone(person)), practice: true)).Select(found => found.ActionId);

    private Task<LaneWriteResult> Select(int action, int person, int minutes) =>
        Store.Store(
            Store.Step(action) with
            {
                Deliveries = [StoreBench.Delivery(person) with { SelectedAt = StoreBench.At.AddMinutes(minutes) }],
            }
        );
}
