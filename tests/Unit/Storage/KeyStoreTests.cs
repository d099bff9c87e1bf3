using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What looking after keys does to the register of every provider.</summary>
public abstract class KeyStoreTests : StoreTests
{
    private static readonly MasterKey Newer = new("newer", [.. Enumerable.Repeat((byte)9, 32)]);
    private static readonly PersonalSeal Both = new(
        new RegisterKeys([new MasterKey("test", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]), Newer], new byte[32])
    );

    [Fact]
    public async Task Rotation_OfEveryKey_OpensWithTheNewMasterKeyAlone()
    {
        await Store.AddPeople(1_203);
        Assert.Equal(1_203, (await Store.Keys.CountByMasterKey())["test"]);
        Assert.Equal(1_203, await Rotate());

        Assert.Equal("newer", Assert.Single(await Store.Keys.CountByMasterKey()).Key);
        var row = await Store.Register.Read(StoreBench.Person(77));
        var alone = new PersonalSeal(new RegisterKeys([Newer], new byte[32]));
        Assert.Equal(StoreBench.Phone(77), alone.Open(row!.Id, row.Sealed!).Phones[0].Value);
        Assert.Equal(1, row.Version);
        Assert.Equal(0, await Rotate());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Rotation_OfTips_TakesTheirKeysAlong(int people)
    {
        await Store.AddPeople(people);
        var state = await Store.NewAction(1);
        var tip = new Guid(7, 0, 0, new byte[8]);
        var content = Burgernet.Tests.Sealed.SealedPeople.Seal.SealContent(tip, "Bij de molen"u8);
        var data = new TipData(tip, Convert.ToBase64String(content.Data));
        var next = state.Next(ActionEventType.Tip, ActionEventData.Write(data), StoreBench.Dispatcher, null, StoreBench.At);
        await Store.Actions.Append(state.With(next).ToRow(), next, [], new TipKey(tip, content.MasterKeyId, content.WrappedKey));
        Assert.Equal(people + 1, (await Store.Keys.CountByMasterKey())["test"]);
        Assert.Equal(people + 1, await Rotate());

        var key = Assert.Single(await Store.Actions.ReadTipKeys(StoreBench.Action(1)));
        var alone = new PersonalSeal(new RegisterKeys([Newer], new byte[32]));
        Assert.Equal("Bij de molen"u8.ToArray(), alone.OpenContent(tip, new SealedData(key.MasterKeyId, key.Wrapped, content.Data)));
        Assert.Throws<SealException>(() =>
            alone.OpenContent(StoreBench.Person(1), new SealedData(key.MasterKeyId, key.Wrapped, content.Data))
        );
        Assert.Equal(0, await Rotate());
        var one = await Store.Keys.ReadWrappedBy("newer");
        Assert.True(people > 0 || one?.ParticipantId == tip);
    }

    [Fact]
    public async Task Rotation_OfWhoWasErasedOrRewrappedMeanwhile_LeavesThemAlone()
    {
        await Store.AddPeople(2);
        var page = await Store.Keys.ReadNotWrappedBy("newer", null, 10);
        await Store.Register.Write(
            new ParticipantWrite(
                ParticipantPolicy.Erase(StoreBench.Row(1), StoreBench.At).Row!,
                new ParticipantChange(Guid.NewGuid(), default, Burgernet.Participants.ChangeRole.Manager, "r", StoreBench.At, [])
            )
        );
        Assert.Equal(1, await Store.Keys.Rewrap([.. page.Select(Both.Rewrap)]));
        Assert.Equal(0, await Store.Keys.Rewrap([.. page.Select(Both.Rewrap)]));
        Assert.Null((await Store.Register.Read(StoreBench.Person(1)))!.Sealed);
    }

    [Fact]
    public async Task ReadNotWrappedBy_Pages_ShowEveryoneOnce()
    {
        await Store.AddPeople(7);
        var seen = new List<Guid>();
        while (await Store.Keys.ReadNotWrappedBy("newer", seen.Count == 0 ? null : seen[^1], 3) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(key => key.ParticipantId));
        }

        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
        Assert.Empty(await Store.Keys.ReadNotWrappedBy("test", null, 3));
    }

    [Fact]
    public async Task ReadWrappedBy_AKeyInUseOrNot_GivesOneOrNone()
    {
        await Store.AddPeople(1);
        Assert.Equal(StoreBench.Person(1), (await Store.Keys.ReadWrappedBy("test"))?.ParticipantId);
        Assert.Null(await Store.Keys.ReadWrappedBy("newer"));
    }

    [Fact]
    public async Task LookupKeyCheck_KeptOnce_StaysTheFirst()
    {
        Assert.Equal(new LookupHash(1, 2), await Store.Keys.KeepLookupKeyCheck(new LookupHash(1, 2)));
        Assert.Equal(new LookupHash(1, 2), await Store.Keys.KeepLookupKeyCheck(new LookupHash(3, 4)));
    }

    private async Task<long> Rotate()
    {
        using var meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var instruments = new RegisterInstruments(meters.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        return await new KeyRotation(Store.Keys, Both, instruments, NullLogger<KeyRotation>.Instance).Run(
            TestContext.Current.CancellationToken
        );
    }
}
