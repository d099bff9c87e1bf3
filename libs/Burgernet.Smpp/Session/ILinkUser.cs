using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>What a role, ESME or SMSC, makes of what a connection does not do by itself. Called on the reading loop.</summary>
internal interface ILinkUser
{
    /// <summary>Whether messages of this kind may come in now.</summary>
    bool Takes(CommandId command);

    /// <summary>Any PDU whose body was examined and that is neither a message, nor the answer to a request of ours, nor enquire_link or unbind.</summary>
    void OnPdu(SmppLink link, in PduHeader header, ReadOnlySpan<byte> body);
}
