namespace Burgernet.Smpp.Pdus;

/// <summary>Why bytes are not a PDU.</summary>
public enum PduFault
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>command_length is below sixteen: nobody can say where the next PDU begins.</summary>
    LengthTooSmall,

    /// <summary>command_length is beyond what is taken: nobody will wait for that much.</summary>
    LengthTooLarge,

    /// <summary>No such command.</summary>
    UnknownCommand,

    /// <summary>A field runs past the end of the PDU.</summary>
    Truncated,

    /// <summary>A string is longer than its field may be, or does not end.</summary>
    StringTooLong,

    /// <summary>sm_length is above 254.</summary>
    MessageTooLong,

    /// <summary>An optional parameter runs past the end of the PDU.</summary>
    TlvTruncated,

    /// <summary>Octets are left behind the last field of a PDU that has no optional part.</summary>
    Surplus,

    /// <summary>A destination of submit_multi is neither an address nor a list.</summary>
    DestinationFlag,
}
