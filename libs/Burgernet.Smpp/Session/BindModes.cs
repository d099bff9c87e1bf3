using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>The commands of a mode.</summary>
internal static class BindModes
{
    public static CommandId Command(this BindMode mode) =>
        mode switch
        {
            BindMode.Transmitter => CommandId.BindTransmitter,
            BindMode.Receiver => CommandId.BindReceiver,
            _ => CommandId.BindTransceiver,
        };

    public static BindMode Of(CommandId command) =>
        command switch
        {
            CommandId.BindTransmitter => BindMode.Transmitter,
            CommandId.BindReceiver => BindMode.Receiver,
            _ => BindMode.Transceiver,
        };
}
