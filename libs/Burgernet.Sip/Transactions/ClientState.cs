namespace Burgernet.Sip.Transactions;

/// <summary>States of a client transaction: RFC 3261 figures 5 and 6, with Accepted of RFC 6026 figure 7.</summary>
internal enum ClientState : byte
{
    Terminated,
    Calling,
    Trying,
    Proceeding,
    Completed,
    Accepted,
}
