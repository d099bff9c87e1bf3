using Burgernet.CallBacks;
using Burgernet.Grains.CallBacks;
using Xunit;

namespace Burgernet.Tests.Unit.CallBacks;

public sealed class CallBackPolicyTests
{
    [Theory]
    [InlineData(8_000, false, true)]
    [InlineData(6_400, false, true)]
    [InlineData(6_399, false, false)]
    [InlineData(0, false, false)]
    [InlineData(0, true, true)]
    public void Caller_WhoHeardEnoughOrPressedTheKey_HasTheMessage(int played, bool pressed, bool has) =>
        Assert.Equal(
            has,
            CallBackPolicy.HasMessage(
                new CallBackHeard
                {
                    Call = Guid.Empty,
                    ParticipantId = Guid.Empty,
                    Message = 1,
                    PlayedMilliseconds = played,
                    MessageMilliseconds = 8_000,
                    PressedKey = pressed,
                }
            )
        );
}
