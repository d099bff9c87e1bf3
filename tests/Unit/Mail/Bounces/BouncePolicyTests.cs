using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Tests.Sealed;
using Xunit;

namespace Burgernet.Tests.Unit.Mail.Bounces;

public sealed class BouncePolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 5, TimeSpan.Zero);
    private static readonly BounceOptions Options = new();
    private static readonly Burgernet.Grains.Participants.LookupHash Address = SealedPeople.Seal.Email("jan@example.org").Hash;
    private static readonly Burgernet.Grains.Participants.LookupHash Other = SealedPeople.Seal.Email("piet@example.org").Hash;

    [Theory]
    [InlineData(BounceAction.Failed, "5.1.1", "Hard", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.1.2", "Hard", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.1.10", "Hard", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.2.1", "Hard", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.2.2", "Soft", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.0.0", "Soft", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "4.4.7", "Soft", ReceiptState.Expired)]
    [InlineData(BounceAction.Failed, "5.7.1", "None", ReceiptState.Rejected)]
    [InlineData(BounceAction.Failed, "5.1.8", "None", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Failed, "5.3.4", "None", ReceiptState.Undeliverable)]
    [InlineData(BounceAction.Delayed, "4.4.1", "None", ReceiptState.None)]
    [InlineData(BounceAction.Delivered, "2.0.0", "None", ReceiptState.Delivered)]
    public void Bounce_WithAStatus_IsOfAWeight(BounceAction action, string status, string weight, ReceiptState receipt) =>
        Assert.Equal((weight, receipt), (BouncePolicy.Weigh(action, status).ToString(), BouncePolicy.Receipt(action, status)));

    [Fact]
    public void Address_WithoutAMailbox_IsUndeliverableAtOnce()
    {
        var row = Count(null, "5.1.1", Now)!;
        Assert.Equal((Now, 0), (row.UndeliverableAt, row.Soft));
        Assert.Equal(Now, Count(row, "5.1.1", Now.AddDays(3))!.UndeliverableAt);
    }

    [Fact]
    public void Address_WithSoftBounces_IsUndeliverableAfterSeveralDaysOfThem()
    {
        BounceRow? row = null;
        for (var day = 0; day < Options.SoftBounces; day++)
        {
            Assert.Null(row?.UndeliverableAt);
            row = Count(row, "5.2.2", Now.AddDays(day));
            Assert.Null(Count(row, "4.4.7", Now.AddDays(day).AddHours(23)));
        }

        Assert.Equal((Options.SoftBounces, Now, Now.AddDays(4)), (row!.Soft, row.SoftSince, row.UndeliverableAt));
    }

    [Fact]
    public void Address_WithSoftBouncesLongAgo_BeginsAnew()
    {
        var row = Count(Count(null, "5.2.2", Now), "5.2.2", Now.AddDays(2))!;
        Assert.Equal(2, row.Soft);
        Assert.Equal(1, Count(row, "5.2.2", Now + Options.SoftWindow + TimeSpan.FromDays(1))!.Soft);
    }

    [Fact]
    public void Address_OtherThanTheOneThatBounced_BeginsAnew()
    {
        var row = Count(null, "5.1.1", Now)! with { Address = Other };
        var next = Count(row, "5.2.2", Now.AddDays(1))!;
        Assert.Equal((Address, 1, null), (next.Address, next.Soft, next.UndeliverableAt));
    }

    [Theory]
    [InlineData("5.7.1")]
    [InlineData("5.6.0")]
    public void Bounce_ThatIsAboutTheLetter_ChangesNothing(string status) => Assert.Null(Count(null, status, Now));

    private static BounceRow? Count(BounceRow? row, string status, DateTimeOffset at) =>
        BouncePolicy.Count(
            row,
            new Bounce("", new BouncedLetter(Guid.Empty, 0, IsDelivery: false), BounceAction.Failed, status, at),
            Address,
            Options
        );
}
