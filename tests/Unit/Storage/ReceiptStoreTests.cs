using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>Deliveries by several media, and receipts, in the store of every provider.</summary>
public abstract class ReceiptStoreTests : StoreTests
{
    private const string Centre = "sms";

    private static readonly Guid Nonce = StoreBench.Action(77);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.AddPeople(5);
        await Store.NewAction(1);
        await Store.Store(
            Store.Step() with
            {
                Deliveries =
                [
                    StoreBench.Delivery(3),
                    StoreBench.Delivery(3) with
                    {
                        Medium = Medium.Sms,
                        Chosen = ContactChannels.Voice | ContactChannels.Sms,
                    },
                ],
            }
        );
    }

    [Fact]
    public async Task Step_OfOneMedium_LeavesTheOtherAlone()
    {
        await Acknowledge("a");

        var lane = await Store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal(
            [
                (Medium.Voice, ContactChannels.Voice, 0, DeliveryResult.None),
                (Medium.Sms, ContactChannels.Voice | ContactChannels.Sms, 1, DeliveryResult.ToCarrier),
            ],
            lane.Deliveries.Select(row => (row.Medium, row.Chosen, row.Attempts, row.Result))
        );
        var page = await Store.Lanes.ReadDeliveries(StoreBench.Action(1), null, 1);
        Assert.Equal(Medium.Sms, Assert.Single(page.Deliveries).Medium);
        Assert.Equal(Medium.Voice, Assert.Single((await Store.Lanes.ReadDeliveries(StoreBench.Action(1), page.Next, 5)).Deliveries).Medium);
    }

    [Fact]
    public async Task Receipt_OfAnAcknowledgedText_IsUntoldUntilItIsTold()
    {
        await Acknowledge("a", "b");

        await Take("a", ReceiptState.Delivered);

        var parts = await Store.Receipts.ReadUntold(10);
        Assert.Equal(
            [("a", ReceiptState.Delivered), ("b", ReceiptState.None)],
            parts.OrderBy(part => part.CarrierId, StringComparer.Ordinal).Select(part => (part.CarrierId, part.State))
        );
        Assert.All(parts, part => Assert.Equal((StoreBench.Action(1), 0, StoreBench.Person(3), 1, Medium.Sms, 1), Text(part)));
        await Store.Receipts.Told([.. parts.Where(part => part.State != ReceiptState.None)]);
        Assert.Empty(await Store.Receipts.ReadUntold(10));

        // Once more, and then worse: that it arrived is never taken back.
        await Take("a", ReceiptState.Delivered);
        await Take("a", ReceiptState.Expired);
        Assert.Empty(await Store.Receipts.ReadUntold(10));
    }

    [Fact]
    public async Task Receipt_BeforeTheAcknowledgement_WaitsForIt()
    {
        await Take("a", ReceiptState.Undeliverable);
        await Take("a", ReceiptState.Delivered);
        await Take("a", ReceiptState.Expired);
        Assert.Equal(0, await Store.Receipts.MatchAcknowledged());
        Assert.Empty(await Store.Receipts.ReadUntold(10));

        await Acknowledge("a");

        Assert.Equal(1, await Store.Receipts.MatchAcknowledged());
        Assert.Equal(ReceiptState.Delivered, Assert.Single(await Store.Receipts.ReadUntold(10)).State);
        Assert.Equal(0, await Store.Number("select count(*) from early_receipt"));
    }

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(4, 1, 0)]
    [InlineData(3, 3_600, 0)]
    public async Task Receipt_OfATextNeverAcknowledged_IsMatchedByNumberAndTime(int person, int secondsAfter, int matched)
    {
        await Claim();
        await Store.Store(Store.Step() with { Results = [Result(DeliveryResult.Unknown)] });
        var hash = SealedPeople.Seal.Phone(StoreBench.Phone(person)).Hash;
        var submitted = StoreBench.At.AddSeconds(secondsAfter);
        await Store.Receipts.Take([
            new ReceiptRow(Centre, "x", ReceiptState.Delivered, submitted, submitted.AddSeconds(9), submitted, hash),
        ]);

        Assert.Equal(0, await Store.Receipts.MatchUnknown(Centre, ["other"], StoreBench.At.AddDays(1)));
        Assert.Equal(0, await Store.Receipts.MatchUnknown(Centre, ["sms"], StoreBench.At));
        Assert.Equal(matched, await Store.Receipts.MatchUnknown(Centre, ["other", "sms"], StoreBench.At.AddDays(1)));

        Assert.Equal(matched, (await Store.Receipts.ReadUntold(10)).Count);
    }

    [Fact]
    public async Task Receipt_OfATextThatWasWithheldBefore_IsOfTheAttemptThatLeft()
    {
        await Claim();
        await Store.Store(
            Store.Step() with
            {
                Attempts = [Accepted(3) with { End = CallEnd.Withheld }],
                Claims = [StoreBench.Claim(3, Guid.NewGuid(), attempt: 2) with { Medium = Medium.Sms, Carrier = "sms" }],
            }
        );
        await Store.Store(Store.Step() with { Results = [Result(DeliveryResult.Unknown)] });
        var hash = SealedPeople.Seal.Phone(StoreBench.Phone(3)).Hash;
        await Store.Receipts.Take([new ReceiptRow(Centre, "x", ReceiptState.Delivered, StoreBench.At, StoreBench.At, StoreBench.At, hash)]);

        Assert.Equal(1, await Store.Receipts.MatchUnknown(Centre, ["sms"], StoreBench.At.AddDays(1)));
        Assert.Equal(2, Assert.Single(await Store.Receipts.ReadUntold(10)).Attempt);
    }

    [Fact]
    public async Task Name_UsedAgain_StandsForTheLaterText()
    {
        await Acknowledge("a");
        await Take("a", ReceiptState.Delivered);
        await Store.Store(
            Store.Step() with
            {
                Deliveries = [StoreBench.Delivery(4) with { Medium = Medium.Sms }],
                Claims = [StoreBench.Claim(4, Guid.NewGuid()) with { Medium = Medium.Sms, Carrier = "sms" }],
            }
        );
        await Store.Store(Store.Step() with { Attempts = [Accepted(4, "a")] });

        Assert.Empty(await Store.Receipts.ReadUntold(10));
        await Take("a", ReceiptState.Rejected);

        var part = Assert.Single(await Store.Receipts.ReadUntold(10));
        Assert.Equal((StoreBench.Person(4), ReceiptState.Rejected), (part.ParticipantId, part.State));
    }

    [Fact]
    public async Task Forget_OfWhatFitsNothing_TakesTheOldOnly()
    {
        await Take("a", ReceiptState.Delivered);

        await Store.Receipts.Forget(StoreBench.At);
        Assert.Equal(1, await Store.Number("select count(*) from early_receipt"));
        await Store.Receipts.Forget(StoreBench.At.AddHours(1));
        Assert.Equal(0, await Store.Number("select count(*) from early_receipt"));
    }

    private static (Guid, int, Guid, int, Medium, int) Text(TextPart part) =>
        (part.ActionId, part.Lane, part.ParticipantId, part.Message, part.Medium, part.Attempt);

    private static ResultRow Result(DeliveryResult result) =>
        new(StoreBench.Person(3), 1, result, result == DeliveryResult.ToCarrier, StoreBench.At, Medium.Sms);

    private static AttemptRow Accepted(int person, params string[] ids) =>
        StoreBench.Ended(person, 1, CallEnd.Accepted, 0) with
        {
            RangAt = null,
            Medium = Medium.Sms,
            CarrierIds = ids,
            Centre = Centre,
        };

    private Task<LaneWriteResult> Claim() =>
        Store.Store(Store.Step() with { Claims = [StoreBench.Claim(3, Nonce) with { Medium = Medium.Sms, Carrier = "sms" }] });

    private protected async Task Acknowledge(params string[] ids)
    {
        await Claim();
        await Store.Store(Store.Step() with { Attempts = [Accepted(3, ids)], Results = [Result(DeliveryResult.ToCarrier)] });
    }

    private protected Task Take(string id, ReceiptState state) =>
        Store.Receipts.Take([new ReceiptRow(Centre, id, state, StoreBench.At, StoreBench.At.AddMinutes(1), null, null)]);
}
