namespace Burgernet.Sip.Media;

/// <summary>The direction attributes of RFC 8866 §6.7, seen from whoever wrote them.</summary>
[Flags]
internal enum SdpDirection
{
    /// <summary>a=inactive.</summary>
    Inactive = 0,

    /// <summary>a=sendonly.</summary>
    SendOnly = 1,

    /// <summary>a=recvonly.</summary>
    ReceiveOnly = 2,

    /// <summary>a=sendrecv.</summary>
    SendAndReceive = SendOnly | ReceiveOnly,
}
