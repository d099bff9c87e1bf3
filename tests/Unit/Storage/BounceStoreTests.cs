using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the store of bounces of every provider does.</summary>
public abstract class BounceStoreTests : StoreTests
{
    private static readonly DateTimeOffset Now = StoreBench.At;

    [Fact]
    public async Task Row_Written_IsReadAndReplaced()
    {
        await Register(1);
        await Register(2);
        Assert.Null(await Store.Bounces.Read(StoreBench.Person(1)));
        var soft = Row(1) with { Soft = 2, SoftSince = Now.AddDays(-3), SoftAt = Now.AddDays(-1) };
        await Store.Bounces.Write(soft);
        Assert.Equal(soft, await Store.Bounces.Read(StoreBench.Person(1)));
        Assert.Empty(await Store.Bounces.ReadUndeliverable());

        var hard = Row(1) with { Status = "5.1.1", UndeliverableAt = Now };
        await Store.Bounces.Write(hard);
        Assert.Equal(hard, await Store.Bounces.Read(StoreBench.Person(1)));
        Assert.Equal([hard.Address], await Store.Bounces.ReadUndeliverable());
    }

    [Fact]
    public async Task Row_OfSomebodyErased_IsGoneAndStaysSo()
    {
        await Register(1);
        await Store.Bounces.Write(Row(1) with { UndeliverableAt = Now });
        await Register(ParticipantPolicy.Erase(StoreBench.Row(1), Now).Row!);
        Assert.Null(await Store.Bounces.Read(StoreBench.Person(1)));
        await Store.Bounces.Write(Row(1));
        Assert.Null(await Store.Bounces.Read(StoreBench.Person(1)));
    }

    private static BounceRow Row(int person) =>
        new(StoreBench.Person(person), new LookupHash(7, (ulong)person), "5.2.2", Now, 0, null, null, null);

    private Task Register(int person) => Register(StoreBench.Row(person));

    private async Task Register(ParticipantRow row)
    {
        var change = new ParticipantChange(Guid.NewGuid(), new LookupHash(1, 2), ChangeRole.Manager, "relatie-1", Now, []);
        Assert.Equal(ParticipantWriteOutcome.Stored, (await Store.Register.Write(new ParticipantWrite(row, change))).Outcome);
    }
}
