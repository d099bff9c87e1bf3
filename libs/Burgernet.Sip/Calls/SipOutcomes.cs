namespace Burgernet.Sip;

/// <summary>Final responses (RFC 3261 §21) read as outcomes.</summary>
public static class SipOutcomes
{
    /// <summary>What a final status code means.</summary>
    /// <param name="statusCode">200 to 699.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a final status code.</exception>
    public static SipOutcome Of(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 699);
        return statusCode switch
        {
            < 300 => SipOutcome.Answered,
            < 400 => SipOutcome.Redirected,
            404 or 410 or 484 or 485 or 604 => SipOutcome.Permanent,
            486 or 600 => SipOutcome.Busy,
            408 or 480 or 487 => SipOutcome.NoAnswer,
            603 or 607 or 608 => SipOutcome.Declined,
            503 => SipOutcome.TrunkBusy,
            // A loop and too many hops are the network's; 606 is about the session, as 488 is.
            482 or 483 => SipOutcome.Route,
            606 => SipOutcome.Configuration,
            // What a class means where the code is not known: §8.1.3.2 treats x00 as its whole class.
            < 500 => SipOutcome.Configuration,
            < 600 => SipOutcome.Route,
            _ => SipOutcome.Declined,
        };
    }
}
