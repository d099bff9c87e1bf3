using Burgernet.Sip;

namespace Burgernet.Tests.Wire.Practice;

/// <summary>What the caller believes became of one call, to hold against the carrier's record.</summary>
internal sealed record PracticeCallOutcome(string Number, string CallId)
{
    public bool Rang { get; init; }

    public bool Answered { get; init; }

    public string Keys { get; init; } = "";

    public SipCallEnd End { get; init; }

    public int Status { get; init; }

    public int RetryAfter { get; init; }

    public TimeSpan Played { get; init; }
}
