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
        await TellDelivery(bounce);
        var weight = BouncePolicy.Weigh(bounce.Action, bounce.Status);
        instruments.Bounced(weight);
        LogBounced(logger, bounce.Letter.ParticipantId, bounce.Action, bounce.Status);
        if (weight == BounceWeight.None || await participants.Read(bounce.Letter.ParticipantId) is not { } row)
        {
            return;
        }

        var address = row.Lookups.FirstOrDefault(lookup =>
            lookup.Kind == LookupKind.Email && BounceTokens.WentTo(bounce.Letter, lookup.Hash)
        );
        if (address == default)
        {
            // They gave another address since, or none.
            return;
        }

        if (BouncePolicy.Count(await store.Read(row.Id), bounce, address.Hash, options.Value) is { } next)
        {
            await store.Write(next);
            if (next.UndeliverableAt == bounce.At)
            {
                LogUndeliverable(logger, row.Id, bounce.Status);
            }
        }
    }

    private async Task TellDelivery(Bounce bounce)
    {
        var state = BouncePolicy.Receipt(bounce.Action, bounce.Status);
        if (!bounce.Letter.IsDelivery || state == ReceiptState.None)
        {
            return;
        }

        // By which relay it went only the delivery knows: each hears of it, and one of them has it.
        var relays = carriers
            .All.Where(carrier => carrier.Medium == Burgernet.Actions.Medium.Email)
            .DistinctBy(carrier => carrier.ReceiptsOf, StringComparer.Ordinal);
        foreach (var desk in receipts)
        {
            await desk.Take([
                .. relays.Select(relay => new CarrierReceipt(
                    relay.Name,
                    bounce.Token,
                    state,
                    bounce.At,
                    new PersonalText(""),
                    SubmittedAt: null
                )),
            ]);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A mail to participant {ParticipantId} came back: {Action}, {Status}")]
    private static partial void LogBounced(ILogger logger, Guid participantId, BounceAction action, string status);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The address of participant {ParticipantId} is undeliverable ({Status}): no mail about actions goes there until they give another one"
    )]
    private static partial void LogUndeliverable(ILogger logger, Guid participantId, string status);
}
