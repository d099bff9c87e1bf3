namespace Burgernet.Sip.Transactions;

/// <summary>States of a server transaction: RFC 3261 figures 7 and 8, with Accepted of RFC 6026 §7.1.</summary>
internal enum ServerState : byte
{
    Terminated,
    Proceeding,
    Completed,
    Confirmed,
    Accepted,
}
