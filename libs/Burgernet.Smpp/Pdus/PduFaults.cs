namespace Burgernet.Smpp.Pdus;

/// <summary>What a fault is answered with.</summary>
public static class PduFaults
{
    /// <summary>The status that tells the peer of it, SMPP 3.4 §5.1.3.</summary>
    public static CommandStatus Status(this PduFault fault) =>
        fault switch
        {
            PduFault.None => CommandStatus.Ok,
            PduFault.UnknownCommand => CommandStatus.InvalidCommandId,
            PduFault.StringTooLong => CommandStatus.InvalidParameterLength,
            PduFault.MessageTooLong => CommandStatus.InvalidMessageLength,
            PduFault.TlvTruncated => CommandStatus.InvalidTlvStream,
            PduFault.DestinationFlag => CommandStatus.InvalidDestinationFlag,
            _ => CommandStatus.InvalidCommandLength,
        };

    /// <summary>Whether nothing that follows on the connection can be read any more.</summary>
    public static bool EndsConnection(this PduFault fault) => fault is PduFault.LengthTooSmall or PduFault.LengthTooLarge;
}
