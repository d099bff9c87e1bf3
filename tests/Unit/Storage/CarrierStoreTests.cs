using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the carrier store of every provider does.</summary>
public abstract class CarrierStoreTests : StoreTests
{
    private static readonly StoredLease First = new("", "practice|S127.0.0.1:1:1", new LeaseShare(120, 20), 7, StoreBench.At.AddSeconds(5));
    private static readonly StoredLease OfPrefix = First with { Prefix = "+3197", Share = new LeaseShare(3, 1), CallsUnderWay = 0 };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddPeople(40);
        await Store.NewAction(1);
    }

    [Fact]
    public async Task Load_NeverStored_IsEpochZeroWithoutLeases()
    {
        var carrier = await Store.Carriers.Load(StoreBench.Carrier);
        Assert.Equal(0, carrier.Epoch);
        Assert.Empty(carrier.Leases);
    }

    [Fact]
    public async Task Store_Leases_AreReadBackAsTheyWereAndTheEpochRises()
    {
        Assert.True(await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(0, [First, OfPrefix])));
        var carrier = await Store.Carriers.Load(StoreBench.Carrier);
        Assert.Equal(1, carrier.Epoch);
        Assert.Equal([First, OfPrefix], carrier.Leases);
        Assert.True(await Store.Carriers.Store(StoreBench.Carrier, carrier with { Leases = [OfPrefix] }));
        Assert.Equal([OfPrefix], (await Store.Carriers.Load(StoreBench.Carrier)).Leases);
        Assert.Empty((await Store.Carriers.Load("other")).Leases);
    }

    [Fact]
    public async Task Store_OfAnEpochThatHasPassed_ChangesNothing()
    {
        await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(0, [First]));
        await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(1, [First]));
        Assert.False(await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(0, [])));
        Assert.False(await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(1, [])));
        Assert.False(await Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(3, [])));
        Assert.Equal([First], (await Store.Carriers.Load(StoreBench.Carrier)).Leases);
    }

    [Fact]
    public async Task Store_ByTwoAtOnce_OneOfThemWins()
    {
        var stored = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Store.Carriers.Store(StoreBench.Carrier, new StoredCarrier(0, [First])))
        );
        Assert.Equal(1, stored.Count(won => won));
    }

    [Fact]
    public async Task OpenClaims_NotEnded_AreTheirDialersAndDeadlinesToCome()
    {
        await Claim(StoreBench.Claim(1, Guid.NewGuid(), dialer: "dead"), StoreBench.Claim(2, Guid.NewGuid(), dialer: "dead"));
        await Claim(StoreBench.Claim(3, Guid.NewGuid(), dialer: "living"));
        await Store.Store(Store.Step() with { Attempts = [StoreBench.Ended(2, 1, CallEnd.Rejected, 486)] });

        var deadline = StoreBench.At.AddSeconds(93);
        Assert.Equal(
            [
                new OpenClaim("dead", deadline, StoreBench.Person(1), Sealed: null),
                new OpenClaim("living", deadline, StoreBench.Person(3), Sealed: null),
            ],
            (await Store.Carriers.OpenClaims(StoreBench.Carrier, StoreBench.At, withNumbers: false)).OrderBy(
                claim => claim.Incarnation,
                StringComparer.Ordinal
            )
        );
        Assert.Empty(await Store.Carriers.OpenClaims(StoreBench.Carrier, deadline, withNumbers: false));
        Assert.Empty(await Store.Carriers.OpenClaims(StoreBench.Carrier, deadline, withNumbers: true));
        Assert.Empty(await Store.Carriers.OpenClaims("other", StoreBench.At, withNumbers: true));
    }

    /// <summary>Whose data was changed after the claim may have been called on another number.</summary>
    [Fact]
    public async Task OpenClaims_WithNumbers_AreThoseThatWereClaimed()
    {
        var later = StoreBench.At.AddSeconds(1);
        await Claim(
            StoreBench.Claim(1, Guid.NewGuid()) with
            {
                ClaimedAt = later,
            },
            StoreBench.Claim(2, Guid.NewGuid()) with
            {
                ClaimedAt = later,
            }
        );
        await Store.Sql("update participant set changed_at = $1 where participant_id = $2", later, StoreBench.Person(2));

        var claims = (await Store.Carriers.OpenClaims(StoreBench.Carrier, later, withNumbers: true)).ToDictionary(claim =>
            claim.ParticipantId
        );
        Assert.Equal(
            StoreBench.Phone(1),
            SealedPeople.Seal.Open(StoreBench.Person(1), claims[StoreBench.Person(1)].Sealed!).Phones[0].Value
        );
        Assert.Null(claims[StoreBench.Person(2)].Sealed);
    }

    private Task<LaneWriteResult> Claim(params ClaimRow[] claims) => Store.Store(Store.Step() with { Claims = claims });
}
