using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Smpp.Session;

/// <summary>What query_sm told.</summary>
/// <param name="Outcome">Whether there was an answer; the rest counts only where it is Accepted.</param>
/// <param name="Status">The SMSC's status.</param>
/// <param name="State">The message's state.</param>
/// <param name="ErrorCode">The network's error, or 0.</param>
/// <param name="FinalDate">When it reached its state; none while it has not.</param>
public readonly record struct QueryResult(
    SubmitOutcome Outcome,
    CommandStatus Status,
    MessageState State,
    byte ErrorCode,
    SmppTime FinalDate
);
