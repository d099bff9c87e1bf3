using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class DeliveryResultPolicyTests
{
    [Theory]
    [InlineData(404, DeliveryResult.NumberInvalid)]
    [InlineData(410, DeliveryResult.NumberInvalid)]
    [InlineData(484, DeliveryResult.NumberInvalid)]
    [InlineData(604, DeliveryResult.NumberInvalid)]
    [InlineData(486, DeliveryResult.Busy)]
    [InlineData(600, DeliveryResult.Busy)]
    [InlineData(480, DeliveryResult.NoAnswer)]
    [InlineData(408, DeliveryResult.NoAnswer)]
    [InlineData(487, DeliveryResult.NoAnswer)]
    [InlineData(603, DeliveryResult.Declined)]
    [InlineData(607, DeliveryResult.Declined)]
    [InlineData(608, DeliveryResult.Declined)]
    [InlineData(403, DeliveryResult.CarrierFailed)]
    [InlineData(488, DeliveryResult.CarrierFailed)]
    [InlineData(500, DeliveryResult.CarrierFailed)]
    [InlineData(502, DeliveryResult.CarrierFailed)]
    [InlineData(504, DeliveryResult.CarrierFailed)]
    [InlineData(302, DeliveryResult.CarrierFailed)]
    [InlineData(503, DeliveryResult.None)]
    public void Decide_RejectedBySipStatus_IsItsResult(int status, DeliveryResult expected) =>
        Assert.Equal(expected, DeliveryResultPolicy.Decide(Report(CallEnd.Rejected) with { SipStatus = status }, 0).Result);

    [Theory]
    [InlineData(CallEnd.Withheld, DeliveryResult.None, false)]
    [InlineData(CallEnd.NoCapacity, DeliveryResult.None, false)]
    [InlineData(CallEnd.NotAdmitted, DeliveryResult.None, false)]
    [InlineData(CallEnd.CancelledByDrain, DeliveryResult.None, true)]
    [InlineData(CallEnd.CancelledByPause, DeliveryResult.None, true)]
    [InlineData(CallEnd.CancelledByStop, DeliveryResult.CancelledByStop, true)]
    [InlineData(CallEnd.RingLimit, DeliveryResult.NoAnswer, true)]
    [InlineData(CallEnd.NoResponse, DeliveryResult.None, true)]
    [InlineData(CallEnd.NoMedia, DeliveryResult.CarrierFailed, true)]
    [InlineData(CallEnd.ConnectionFailed, DeliveryResult.None, false)]
    public void Decide_NotAnswered_IsItsResult(CallEnd end, DeliveryResult expected, bool dialled) =>
        Assert.Equal(new DeliveryDecision(expected, dialled), DeliveryResultPolicy.Decide(Report(end), 0));

    [Fact]
    public void Decide_NoResponse_IsTriedAgainUntilItHappenedTooOften()
    {
        var report = Report(CallEnd.NoResponse);
        Assert.Equal(DeliveryResult.None, DeliveryResultPolicy.Decide(report, DeliveryResultPolicy.MostTurnedAway - 1).Result);
        Assert.Equal(DeliveryResult.CarrierSilent, DeliveryResultPolicy.Decide(report, DeliveryResultPolicy.MostTurnedAway).Result);
    }

    [Theory]
    [InlineData("", 0, DeliveryResult.Answered)]
    [InlineData("", 7_999, DeliveryResult.Answered)]
    [InlineData("", 8_000, DeliveryResult.Heard)]
    [InlineData("", 10_000, DeliveryResult.Heard)]
    [InlineData("2", 10_000, DeliveryResult.Heard)]
    [InlineData("1", 0, DeliveryResult.Confirmed)]
    [InlineData("*31", 10_000, DeliveryResult.Confirmed)]
    public void Decide_Answered_DependsOnKeysAndHowMuchPlayed(string keys, int played, DeliveryResult expected)
    {
        foreach (var end in new[] { CallEnd.HungUpByUs, CallEnd.HungUpByPeer })
        {
            var report = Report(end) with { Keys = keys, PlayedMilliseconds = played, MessageMilliseconds = 10_000 };
            Assert.Equal(new DeliveryDecision(expected, true), DeliveryResultPolicy.Decide(report, 0));
        }
    }

    [Theory]
    [InlineData(0, DeliveryResult.None)]
    [InlineData(DeliveryResultPolicy.MostTurnedAway - 1, DeliveryResult.None)]
    [InlineData(DeliveryResultPolicy.MostTurnedAway, DeliveryResult.CarrierFailed)]
    public void Decide_TurnedAway_IsTriedAgainOnlySoOften(int before, DeliveryResult expected) =>
        Assert.Equal(expected, DeliveryResultPolicy.Decide(Report(CallEnd.Rejected) with { SipStatus = 503 }, before).Result);

    [Fact]
    public void Decide_EveryEndThatAGatewayCanGive_HasADecision()
    {
        CallEnd[] ours = [CallEnd.None];
        foreach (var end in Enum.GetValues<CallEnd>())
        {
            if (Array.IndexOf(ours, end) >= 0)
            {
                Assert.Throws<ArgumentException>(() => DeliveryResultPolicy.Decide(Report(end), 0));
            }
            else
            {
                _ = DeliveryResultPolicy.Decide(Report(end), 0);
            }
        }
    }

    [Fact]
    public void Contacted_RangOrAnswered_Only()
    {
        Assert.False(DeliveryResultPolicy.Contacted(Report(CallEnd.Rejected)));
        Assert.True(DeliveryResultPolicy.Contacted(Report(CallEnd.Rejected) with { RangAt = DateTimeOffset.UnixEpoch }));
        Assert.True(DeliveryResultPolicy.Contacted(Report(CallEnd.HungUpByUs) with { AnsweredAt = DateTimeOffset.UnixEpoch }));
    }

    private static CallReport Report(CallEnd end) =>
        new()
        {
            ParticipantId = Guid.Empty,
            Message = 1,
            Attempt = 1,
            Nonce = Guid.Empty,
            EndedAt = DateTimeOffset.UnixEpoch,
            End = end,
        };
}
