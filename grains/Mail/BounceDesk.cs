using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Participants;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Mail;

/// <summary>Takes bounces: the delivery hears of it, and the address is counted. A bounce that comes twice changes nothing more.</summary>
public sealed partial class BounceDesk(
    IBounceStore store,
    IParticipantStore participants,
    IEnumerable<IReceiptDesk> receipts,
    CarrierList carriers,
    PersonalSeal seal,
    MailInstruments instruments,
    IOptions<BounceOptions> options,
    ILogger<BounceDesk> logger
)
{
    /// <summary>Takes one. Returns when it is stored.</summary>
    /// <exception cref="Actions.StoreUnavailableException">It may not be stored: take it again.</exception>
    public async Task Take(Bounce bounce)
    {
        ArgumentNullException.ThrowIfNull(bounce);
        var row = await participants.Read(bounce.Letter.ParticipantId);
        LookupHash? address = row
            ?.Lookups.Where(lookup => lookup.Kind == LookupKind.Email && BounceTokens.WentTo(bounce.Letter, lookup.Hash))
            .Select(lookup => (LookupHash?)lookup.Hash)
            .FirstOrDefault();
        await TellDelivery(bounce, address is null ? null : row!.Sealed);
        var weight = BouncePolicy.Weigh(bounce.Action, bounce.Status);
        instruments.Bounced(weight);
        LogBounced(logger, bounce.Letter.ParticipantId, bounce.Action, bounce.Status);

        // Without one they gave another address since, or none.
        if (
            weight != BounceWeight.None
            && address is { } hash
            && BouncePolicy.Count(await store.Read(row!.Id), bounce, hash, options.Value) is { } next
        )
        {
            await store.Write(next);
            if (next.UndeliverableAt == bounce.At)
            {
                LogUndeliverable(logger, row.Id, bounce.Status);
            }
        }
    }

    /// <summary>By which relay it went only the delivery knows: each hears of it, and one of them has it.</summary>
    /// <param name="bounce">The bounce.</param>
    /// <param name="sealedData">Of whoever still has the address; null where nobody does.</param>
    private async Task TellDelivery(Bounce bounce, SealedData? sealedData)
    {
        var state = BouncePolicy.Receipt(bounce.Action, bounce.Status);
        if (!bounce.Letter.IsDelivery || state == ReceiptState.None)
        {
            return;
        }

        var relays = carriers
            .All.Where(carrier => carrier.Medium == Burgernet.Actions.Medium.Email)
            .DistinctBy(carrier => carrier.ReceiptsOf, StringComparer.Ordinal);
        // To whom it was tells of a mail whose node died before it stored the name.
        var destination = sealedData is null ? null : AddressOf(bounce.Letter.ParticipantId, sealedData);
        foreach (var desk in receipts)
        {
            await desk.Take([
                .. relays.Select(relay => new CarrierReceipt(
                    relay.Name,
                    bounce.Token,
                    state,
                    bounce.At,
                    destination ?? new PersonalText(""),
                    SubmittedAt: null
                )),
            ]);
        }
    }

    private PersonalText? AddressOf(Guid participantId, SealedData sealedData)
    {
        try
        {
            return seal.Open(participantId, sealedData).Email;
        }
        catch (SealException exception)
        {
            LogUnreadable(logger, exception, participantId);
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "To whom a mail that came back was is not known: the data of participant {ParticipantId} does not open"
    )]
    private static partial void LogUnreadable(ILogger logger, Exception exception, Guid participantId);

    [LoggerMessage(Level = LogLevel.Information, Message = "A mail to participant {ParticipantId} came back: {Action}, {Status}")]
    private static partial void LogBounced(ILogger logger, Guid participantId, BounceAction action, string status);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The address of participant {ParticipantId} is undeliverable ({Status}): no mail about actions goes there until they give another one"
    )]
    private static partial void LogUndeliverable(ILogger logger, Guid participantId, string status);
}
