namespace Burgernet.Sip.Messages;

/// <summary>Methods that mean something here, RFC 3261 §7.1 and its extensions.</summary>
internal enum SipMethod : byte
{
    Other,
    Invite,
    Ack,
    Cancel,
    Bye,
    Options,
    Update,
    Register,
    Info,
    Prack,
    Refer,
    Notify,
    Subscribe,
    Message,
}
