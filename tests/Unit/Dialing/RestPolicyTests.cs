using Burgernet.Dialing;
using Burgernet.Grains.Dialing;
using Xunit;

namespace Burgernet.Tests.Unit.Dialing;

public sealed class RestPolicyTests
{
    [Theory]
    [InlineData(CallEnd.Rejected, 503, false, TrunkSign.Fails)]
    [InlineData(CallEnd.Rejected, 486, false, TrunkSign.Works)]
    [InlineData(CallEnd.Rejected, 404, false, TrunkSign.Works)]
    [InlineData(CallEnd.Rejected, 500, false, TrunkSign.Works)]
    [InlineData(CallEnd.NoResponse, 0, false, TrunkSign.Fails)]
    [InlineData(CallEnd.ConnectionFailed, 0, false, TrunkSign.Fails)]
    [InlineData(CallEnd.NotAdmitted, 0, true, TrunkSign.Fails)]
    [InlineData(CallEnd.NotAdmitted, 0, false, TrunkSign.Full)]
    [InlineData(CallEnd.Withheld, 0, false, TrunkSign.Untried)]
    [InlineData(CallEnd.NoCapacity, 0, false, TrunkSign.Untried)]
    [InlineData(CallEnd.CancelledByStop, 0, false, TrunkSign.Untried)]
    [InlineData(CallEnd.CancelledByDrain, 0, false, TrunkSign.Untried)]
    [InlineData(CallEnd.CancelledByPause, 487, false, TrunkSign.Untried)]
    [InlineData(CallEnd.RingLimit, 487, false, TrunkSign.Works)]
    [InlineData(CallEnd.HungUpByUs, 200, false, TrunkSign.Works)]
    [InlineData(CallEnd.HungUpByPeer, 200, false, TrunkSign.Works)]
    [InlineData(CallEnd.NoMedia, 200, false, TrunkSign.Works)]
    public void Sign_Ended_IsWhatItSaysOfTheTrunk(CallEnd end, int status, bool byCarrier, object expected) =>
        Assert.Equal((TrunkSign)expected, RestPolicy.Sign(News(VoiceCallNewsKind.Ended, end, status) with { ByCarrier = byCarrier }));

    [Theory]
    [InlineData(VoiceCallNewsKind.Ringing, TrunkSign.Works)]
    [InlineData(VoiceCallNewsKind.Answered, TrunkSign.Works)]
    [InlineData(VoiceCallNewsKind.Key, TrunkSign.None)]
    public void Sign_GoingOn_IsWhatItSaysOfTheTrunk(VoiceCallNewsKind kind, object expected) =>
        Assert.Equal((TrunkSign)expected, RestPolicy.Sign(News(kind, CallEnd.None, 0)));

    [Theory]
    [InlineData(CallEnd.Rejected, 0, 0)]
    [InlineData(CallEnd.Rejected, 7, 7)]
    [InlineData(CallEnd.Rejected, int.MaxValue, 30)]
    [InlineData(CallEnd.NotAdmitted, 4, 4)]
    [InlineData(CallEnd.ConnectionFailed, 0, 2)]
    [InlineData(CallEnd.NoResponse, 0, 0)]
    public void Asked_Failure_IsTheRestThatTheCarrierWants(CallEnd end, int retryAfter, double seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            RestPolicy.Asked(News(VoiceCallNewsKind.Ended, end, 503) with { RetryAfterSeconds = retryAfter })
        );

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 2)]
    [InlineData(5, 0, 16)]
    [InlineData(6, 0, 30)]
    [InlineData(1_000, 0, 30)]
    [InlineData(1, 12, 12)]
    [InlineData(5, 12, 16)]
    public void Wait_Failures_IsTheLongerOfBoth(int failures, double asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RestPolicy.Wait(failures, TimeSpan.FromSeconds(asked)));

    private static VoiceCallNews News(VoiceCallNewsKind kind, CallEnd end, int status) => new(null!, kind, default, end, status);
}
