using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Transactions;

/// <summary>The transaction user of INVITE client transactions (the UAC core), RFC 3261 §5.</summary>
internal interface IInviteUser
{
    /// <summary>A 1xx (§13.2.2.1).</summary>
    void OnProvisional(OutgoingCall call, in SipMessage response);

    /// <summary>The first 2xx; the user sends and keeps the ACK (§13.2.2.4).</summary>
    void OnAccepted(OutgoingCall call, ClientTransaction transaction, in SipMessage response);

    /// <summary>A 2xx of another branch of a fork: a dialog of its own, to be ended (§13.2.2.4).</summary>
    void OnForked(ClientTransaction transaction, in SipMessage response, bool isNew);

    /// <summary>3xx to 6xx (§13.2.2.2, §13.2.2.3); the transaction has acknowledged it.</summary>
    void OnRejected(OutgoingCall call, in SipMessage response);

    /// <summary>§17.1.4: the connection is gone, and no answer can come any more.</summary>
    void OnConnectionFailed(OutgoingCall call, SipConnectionFailure failure);

    /// <summary>Timer B (§17.1.1.2), or 64·T1 after a CANCEL (§9.1): no final response came.</summary>
    void OnTimedOut(OutgoingCall call);
}
