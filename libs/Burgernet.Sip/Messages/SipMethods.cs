namespace Burgernet.Sip.Messages;

/// <summary>Methods by name; methods are case-sensitive, RFC 3261 §7.1.</summary>
internal static class SipMethods
{
    public static SipMethod Find(ReadOnlySpan<byte> name)
    {
        for (var method = SipMethod.Invite; method <= SipMethod.Message; method++)
        {
            if (name.SequenceEqual(NameOf(method)))
            {
                return method;
            }
        }

        return SipMethod.Other;
    }

    public static ReadOnlySpan<byte> NameOf(SipMethod method) =>
        method switch
        {
            SipMethod.Invite => "INVITE"u8,
            SipMethod.Ack => "ACK"u8,
            SipMethod.Cancel => "CANCEL"u8,
            SipMethod.Bye => "BYE"u8,
            SipMethod.Options => "OPTIONS"u8,
            SipMethod.Update => "UPDATE"u8,
            SipMethod.Register => "REGISTER"u8,
            SipMethod.Info => "INFO"u8,
            SipMethod.Prack => "PRACK"u8,
            SipMethod.Refer => "REFER"u8,
            SipMethod.Notify => "NOTIFY"u8,
            SipMethod.Subscribe => "SUBSCRIBE"u8,
            SipMethod.Message => "MESSAGE"u8,
            _ => "UNKNOWN"u8,
        };
}
