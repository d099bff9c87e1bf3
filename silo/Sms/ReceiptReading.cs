using Burgernet.Grains.Dialing;
using Burgernet.Participants;
using Burgernet.Smpp.Pdus;
using Burgernet.Smpp.Text;

namespace Burgernet.Silo.Sms;

/// <summary>What a receipt of an SMS centre means to us.</summary>
/// <param name="carrier">Whose.</param>
/// <param name="names">How the centre names messages.</param>
/// <param name="zone">The zone of its dates.</param>
internal sealed class ReceiptReading(string carrier, ReceiptIdFormat names, TimeZoneInfo zone)
{
    // A date is in minutes, and clocks differ; one further away than this says nothing.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Behind = TimeSpan.FromDays(3);

    /// <summary>What it says became of the text; none where it is on its way still, or says nothing that can be read.</summary>
    public static ReceiptState StateOf(MessageState state) =>
        state switch
        {
            MessageState.Delivered => ReceiptState.Delivered,
            MessageState.Expired => ReceiptState.Expired,
            MessageState.Undeliverable or MessageState.Deleted => ReceiptState.Undeliverable,
            MessageState.Rejected => ReceiptState.Rejected,
            MessageState.Accepted or MessageState.Unknown => ReceiptState.Unclear,
            _ => ReceiptState.None,
        };

    /// <summary>The receipt as the desk takes it.</summary>
    /// <param name="receipt">It.</param>
    /// <param name="source">The phone that it is about.</param>
    /// <param name="now">When it came.</param>
    public CarrierReceipt Read(DeliveryReceipt receipt, SmppAddress source, DateTimeOffset now) =>
        new(
            carrier,
            ReceiptIds.OfReceipt(receipt.MessageId, names).ToString(),
            StateOf(receipt.State),
            Moment(receipt.DoneDate, now) ?? now,
            new PersonalText(SmsAddresses.Number(source)),
            Moment(receipt.SubmitDate, now)
        );

    private DateTimeOffset? Moment(DateTime? date, DateTimeOffset now)
    {
        if (date is not { } local || local == default || zone.IsInvalidTime(local))
        {
            return null;
        }

        var moment = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return moment > now + Ahead || moment < now - Behind ? null : moment;
    }
}
