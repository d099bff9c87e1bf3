namespace Burgernet.Grains.Dialing;

/// <summary>Takes what carriers tell later: early or late, in any order, again, on another connection or after a restart. Gateways call it.</summary>
public interface IReceiptDesk
{
    /// <summary>Stores receipts. A gateway acknowledges a receipt to its carrier only when this has returned, and leaves it with the carrier where it throws.</summary>
    /// <remarks>Repeats change nothing. A receipt that fits nothing yet is kept: its text's acknowledgement may still be on its way to the store.</remarks>
    /// <exception cref="Actions.StoreUnavailableException">They may not be stored: the carrier is to offer them again.</exception>
    Task Take(IReadOnlyList<CarrierReceipt> receipts);
}
