namespace Burgernet.Smpp.Pdus;

/// <summary>What follows from a command id.</summary>
public static class CommandIds
{
    private const uint ResponseBit = 0x8000_0000;

    /// <summary>Whether SMPP 3.4 has this id.</summary>
    public static bool IsKnown(this CommandId id) =>
        id.IsResponse() ? id == CommandId.GenericNack || ((CommandId)((uint)id & ~ResponseBit)).HasResponse() : id.IsRequest();

    /// <summary>Whether it answers something; generic_nack too.</summary>
    public static bool IsResponse(this CommandId id) => ((uint)id & ResponseBit) != 0;

    /// <summary>Whether whoever gets this PDU must answer it.</summary>
    public static bool HasResponse(this CommandId id) => id.IsRequest() && id is not (CommandId.Outbind or CommandId.AlertNotification);

    /// <summary>The response that belongs to a request.</summary>
    public static CommandId Response(this CommandId id) => (CommandId)((uint)id | ResponseBit);

    /// <summary>Whether it is one of the three binds.</summary>
    public static bool IsBind(this CommandId id) => id is CommandId.BindReceiver or CommandId.BindTransmitter or CommandId.BindTransceiver;

    private static bool IsRequest(this CommandId id) =>
        id
            is >= CommandId.BindReceiver
                and <= CommandId.BindTransceiver
                or CommandId.Outbind
                or CommandId.EnquireLink
                or CommandId.SubmitMulti
                or CommandId.AlertNotification
                or CommandId.DataSm;
}
