using Burgernet.Sip;
using Xunit;

namespace Burgernet.Tests.Unit.Signalling;

public sealed class SipOutcomeTests
{
    [Theory]
    [InlineData(200, SipOutcome.Answered)]
    [InlineData(302, SipOutcome.Redirected)]
    [InlineData(404, SipOutcome.Permanent)]
    [InlineData(410, SipOutcome.Permanent)]
    [InlineData(484, SipOutcome.Permanent)]
    [InlineData(604, SipOutcome.Permanent)]
    [InlineData(486, SipOutcome.Busy)]
    [InlineData(600, SipOutcome.Busy)]
    [InlineData(408, SipOutcome.NoAnswer)]
    [InlineData(480, SipOutcome.NoAnswer)]
    [InlineData(603, SipOutcome.Declined)]
    [InlineData(607, SipOutcome.Declined)]
    [InlineData(608, SipOutcome.Declined)]
    [InlineData(403, SipOutcome.Configuration)]
    [InlineData(488, SipOutcome.Configuration)]
    [InlineData(500, SipOutcome.Route)]
    [InlineData(504, SipOutcome.Route)]
    [InlineData(503, SipOutcome.TrunkBusy)]
    [InlineData(485, SipOutcome.Permanent)]
    [InlineData(487, SipOutcome.NoAnswer)]
    [InlineData(401, SipOutcome.Configuration)]
    [InlineData(407, SipOutcome.Configuration)]
    [InlineData(606, SipOutcome.Configuration)]
    [InlineData(482, SipOutcome.Route)]
    [InlineData(483, SipOutcome.Route)]
    [InlineData(699, SipOutcome.Declined)]
    public void FinalResponse_HasItsMeaning(int status, SipOutcome outcome) => Assert.Equal(outcome, SipOutcomes.Of(status));
}
