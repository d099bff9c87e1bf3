using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Mail;
using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Actions;

public sealed class PreviewTests
{
    private static readonly DateTimeOffset Ordered = new(2026, 11, 26, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Ordered.AddMinutes(2);
    private static readonly Guid Id = new("018f3f6e-0000-7000-8000-000000000001");

    private static readonly PreviewData Data = new(Id, "+31…42", Language.Dutch, 8_000, "ab", "practice", Until);

    [Theory]
    [InlineData("+31991000042", "+31…42")]
    [InlineData("+49301234567", "+49…67")]
    [InlineData("+311", "…")]
    public void Mask_OfANumber_LeavesItsEnds(string number, string masked) => Assert.Equal(masked, PreviewPolicy.Mask(number));

    [Theory]
    [InlineData(CallEnd.Withheld, 0, PreviewResult.NotCalled)]
    [InlineData(CallEnd.NotAdmitted, 0, PreviewResult.NotCalled)]
    [InlineData(CallEnd.CancelledByDrain, 487, PreviewResult.Cancelled)]
    [InlineData(CallEnd.CancelledByStop, 487, PreviewResult.Cancelled)]
    [InlineData(CallEnd.CancelledByPause, 487, PreviewResult.Cancelled)]
    [InlineData(CallEnd.RingLimit, 487, PreviewResult.NoAnswer)]
    [InlineData(CallEnd.NoResponse, 0, PreviewResult.CarrierSilent)]
    [InlineData(CallEnd.ConnectionFailed, 0, PreviewResult.CarrierSilent)]
    [InlineData(CallEnd.NoMedia, 200, PreviewResult.CarrierFailed)]
    [InlineData(CallEnd.Rejected, 486, PreviewResult.Busy)]
    [InlineData(CallEnd.Rejected, 404, PreviewResult.NumberInvalid)]
    [InlineData(CallEnd.Rejected, 603, PreviewResult.Declined)]
    [InlineData(CallEnd.Rejected, 503, PreviewResult.CarrierFailed)]
    public void Result_OfACallThatWasNotAnswered_IsThis(CallEnd end, int status, PreviewResult expected) =>
        Assert.Equal(expected, PreviewPolicy.ResultOf(Call(end, status, played: 0)));

    [Theory]
    [InlineData(6_300, "", PreviewResult.Answered)]
    [InlineData(6_400, "", PreviewResult.Heard)]
    [InlineData(100, "1", PreviewResult.Heard)]
    public void Result_OfACallThatWasAnswered_IsByWhatWasPlayed(int played, string keys, PreviewResult expected) =>
        Assert.Equal(expected, PreviewPolicy.ResultOf(Call(CallEnd.HungUpByPeer, 200, played) with { Keys = keys }));

    [Fact]
    public void Result_WithoutAnyCall_IsNotCalled() => Assert.Equal(PreviewResult.NotCalled, PreviewPolicy.ResultOf((CallReport?)null));

    [Theory]
    [InlineData(null, PreviewResult.NotCalled)]
    [InlineData(MailOutcome.NotNow, PreviewResult.NotCalled)]
    [InlineData(MailOutcome.Accepted, PreviewResult.ToCarrier)]
    [InlineData(MailOutcome.NoSuchAddress, PreviewResult.NumberInvalid)]
    [InlineData(MailOutcome.Lost, PreviewResult.Unknown)]
    public void Result_OfAnSms_IsWhatTheCentreSaid(MailOutcome? outcome, PreviewResult expected) =>
        Assert.Equal(expected, PreviewPolicy.ResultOf(outcome));

    [Fact]
    public void Book_PreviewWithoutAResult_IsUnderWayUntilItsTimeIsUpAndThenUnknown()
    {
        var book = new PreviewBook();
        Assert.Null(book.Read(Id, Ordered, null));
        book.Order(Event(ActionEventType.Preview, Data));
        Assert.True(book.UnderWay(Ordered));
        Assert.Equal(PreviewResult.UnderWay, book.Read(Id, Ordered, null)!.Result);
        Assert.False(book.UnderWay(Until));
        Assert.Equal(PreviewResult.Unknown, book.Read(Id, Until, null)!.Result);
        Assert.False(book.IsOver(Id));

        book.End(Event(ActionEventType.Previewed, new PreviewedData(Id, PreviewResult.Heard, 200, 7_000, Ordered, Ordered)));
        Assert.True(book.IsOver(Id));
        Assert.False(book.UnderWay(Ordered));
        Assert.Equal((PreviewResult.Heard, 7_000), (book.Read(Id, Until, null)!.Result, book.Read(Id, Until, null)!.PlayedMilliseconds));
    }

    [Fact]
    public void OpenCalls_OfACarrier_AreThoseWithoutAResultWhoseTimeIsNotUp()
    {
        var other = Guid.NewGuid();
        (string, string)[] events =
        [
            (ActionEventType.Previewed, ActionEventData.Write(new PreviewedData(other, PreviewResult.Heard, 200, 1))),
            (ActionEventType.Preview, ActionEventData.Write(Data)),
            (ActionEventType.Preview, ActionEventData.Write(Data with { PreviewId = other })),
            (ActionEventType.Preview, ActionEventData.Write(Data with { PreviewId = Guid.NewGuid(), Carrier = "second" })),
        ];
        Assert.Equal([Until], PreviewPolicy.OpenCalls(events, "practice", Ordered));
        Assert.Equal([Until], PreviewPolicy.OpenCalls(events, "second", Ordered));
        Assert.Empty(PreviewPolicy.OpenCalls(events, "practice", Until));
        Assert.Empty(PreviewPolicy.OpenCalls([], "practice", Ordered));
    }

    [Fact]
    public void Events_OfAPreview_AreStoredLikeThis()
    {
        Assert.Equal(
            """{"previewId":"018f3f6e-0000-7000-8000-000000000001","phone":"+31…42","language":"nl","messageMilliseconds":8000,"sha256":"ab","carrier":"practice","until":"2026-11-26T03:02:00+00:00"}""",
            ActionEventData.Write(Data)
        );
        Assert.Equal(
            """{"previewId":"018f3f6e-0000-7000-8000-000000000001","result":"not-called","sipStatus":0,"playedMilliseconds":0}""",
            ActionEventData.Write(PreviewPolicy.EventOf(new PreviewReport(Id, null)))
        );
    }

    private static ActionEvent Event<T>(string type, T data) =>
        new(
            2,
            Ordered,
            new Actor("deventer", "d-17"),
            type,
            ActionEventData.Write(data),
            "key",
            "print",
            HashChain.Origin,
            HashChain.Origin
        );

    private static CallReport Call(CallEnd end, int status, int played) =>
        new()
        {
            ParticipantId = Id,
            Message = 1,
            Attempt = 1,
            Nonce = Id,
            End = end,
            SipStatus = status,
            PlayedMilliseconds = played,
            MessageMilliseconds = 8_000,
            EndedAt = Ordered,
        };
}
