using Burgernet.Grains.Actions;
using Burgernet.Grains.Webhooks;
using Burgernet.Webhooks;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What the store of webhooks of every provider does.</summary>
public abstract class WebhookStoreTests : StoreTests
{
    private const string Room = "deventer";
    private const string Name = "console";

    private static readonly DateTimeOffset Now = StoreBench.At;
    private static readonly Guid Owner = new(1, 0, 0, new byte[8]);

    [Fact]
    public async Task Take_AgainAndByAnother_KeepsWhatIsStoredAndShutsOutTheFirst()
    {
        var row = await Store.Webhooks.Take(Room, Name, Owner, Now);
        Assert.Equal(new WebhookRow { Since = Now, SweptAt = Now }, row);
        var full = row with
        {
            SweptAt = Now.AddMinutes(1),
            DeliveredAt = Now.AddMinutes(2),
            Failure = WebhookFailure.NotTrusted,
            Status = 410,
            FailedAt = Now.AddMinutes(3),
            GoneAt = Now.AddMinutes(4),
            GivenUp = 5,
            LastLoss = new WebhookLoss(StoreBench.Action(1), 2, Now.AddMinutes(5)),
        };
        Assert.True(await Store.Webhooks.Save(Room, Name, Owner, full, []));

        var other = Guid.NewGuid();
        Assert.Equal(full, await Store.Webhooks.Take(Room, Name, other, Now.AddDays(1)));
        Assert.False(await Store.Webhooks.Save(Room, Name, Owner, row, [new WebhookCursor(StoreBench.Action(1), 1, 0, Now)]));
        Assert.Empty(await Store.Webhooks.ReadWaiting(Room, Name));
        Assert.True(await Store.Webhooks.Save(Room, Name, other, full, []));
    }

    [Fact]
    public async Task Cursor_Saved_IsReadBackAndNeverGoesBack()
    {
        var row = await Store.Webhooks.Take(Room, Name, Owner, Now);
        var action = StoreBench.Action(1);
        Assert.Null(await Store.Webhooks.ReadCursor(Room, Name, action));
        var waiting = new WebhookCursor(action, 3, 2, Now.AddMinutes(1));
        await Store.Webhooks.Save(Room, Name, Owner, row, [waiting, new WebhookCursor(StoreBench.Action(2), 1, 0, null)]);

        Assert.Equal(waiting, await Store.Webhooks.ReadCursor(Room, Name, action));
        Assert.Equal(waiting, Assert.Single(await Store.Webhooks.ReadWaiting(Room, Name)));
        Assert.Empty(await Store.Webhooks.ReadWaiting(Room, "other"));
        await Store.Webhooks.Save(Room, Name, Owner, row, [new WebhookCursor(action, 2, 0, Now)]);
        Assert.Equal(waiting, await Store.Webhooks.ReadCursor(Room, Name, action));
        await Store.Webhooks.Save(Room, Name, Owner, row, [new WebhookCursor(action, 3, 0, null)]);
        Assert.Empty(await Store.Webhooks.ReadWaiting(Room, Name));
    }

    [Fact]
    public async Task ReadBehind_ShowsWhatWasRecordedSinceAndIsNotDoneWith()
    {
        var row = await Store.Webhooks.Take(Room, Name, Owner, Now);
        var early = await Store.NewAction(1);
        await Store.NewAction(2, minute: 10);
        await Store.Append(early, ActionEventType.Stopped, new StoppedData(2, null), minute: 11);

        Assert.Equal([(StoreBench.Action(1), 3L), (StoreBench.Action(2), 2L)], await Behind(Now.AddMinutes(5)));
        Assert.Equal([(StoreBench.Action(1), 3L)], await Behind(Now.AddMinutes(10)));
        Assert.Empty(await Behind(Now.AddMinutes(11)));
        await Store.Webhooks.Save(Room, Name, Owner, row, [new WebhookCursor(StoreBench.Action(1), 3, 0, null)]);
        await Store.Webhooks.Save(Room, Name, Owner, row, [new WebhookCursor(StoreBench.Action(2), 1, 0, null)]);
        Assert.Equal([(StoreBench.Action(2), 2L)], await Behind(Now));
        Assert.Empty(await Store.Webhooks.ReadBehind("zwolle", Name, Now));
    }

    private async Task<IEnumerable<(Guid ActionId, long Sequence)>> Behind(DateTimeOffset after) =>
        (await Store.Webhooks.ReadBehind(Room, Name, after)).OrderBy(action => action.ActionId);
}
