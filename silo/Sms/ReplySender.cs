using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;

namespace Burgernet.Silo.Sms;

/// <summary>Who a reply is from. Pure.</summary>
internal static class ReplySender
{
    /// <summary>The number that somebody wrote to, where it is one that texts of this carrier are from: then the reply stands under it on their phone. Else the carrier's sender.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="writtenTo">The number, as the network wrote it: with or without a plus sign, or short.</param>
    public static string Of(CarrierOptions carrier, string writtenTo) =>
        carrier.Senders.Values.FirstOrDefault(own => IsSame(own, writtenTo)) ?? carrier.Sender;

    private static bool IsSame(string own, string writtenTo) =>
        own == writtenTo || (SenderNumber.Read(own) is { } number && number == SenderNumber.Read(writtenTo));
}
