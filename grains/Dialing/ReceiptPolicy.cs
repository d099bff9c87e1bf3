using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What receipts mean. Pure.</summary>
internal static class ReceiptPolicy
{
    /// <summary>What the receipts of all parts of a text come to, or None while they come to nothing new: a text is there when all of it is, and not when any of it is not.</summary>
    /// <param name="parts">What is known of each part.</param>
    public static DeliveryResult Of(IReadOnlyCollection<ReceiptState> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count > 0 && parts.All(state => state == ReceiptState.Delivered) ? DeliveryResult.ToHandset
            : parts.Any(state => state is ReceiptState.Undeliverable or ReceiptState.Rejected) ? DeliveryResult.Undelivered
            : parts.Any(state => state == ReceiptState.Expired) ? DeliveryResult.ExpiredAtCarrier
            : DeliveryResult.None;
    }

    /// <summary>Whether what a receipt says takes the place of what was known of a text. That it is on the handset is never taken back.</summary>
    public static bool Replaces(DeliveryResult known, DeliveryResult told) =>
        known switch
        {
            DeliveryResult.ToCarrier or DeliveryResult.Unknown => told
                is DeliveryResult.ToHandset
                    or DeliveryResult.Undelivered
                    or DeliveryResult.ExpiredAtCarrier,
            DeliveryResult.Undelivered or DeliveryResult.ExpiredAtCarrier => told == DeliveryResult.ToHandset,
            _ => false,
        };
}
