using Burgernet.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Sms;

namespace Burgernet.Silo.Sms;

/// <summary>Sends single text messages over SMPP: codes to who signs up, replies, thanks. What is practice goes by practice centres only, what is live by live ones only; each gateway looks once more.</summary>
/// <remarks>They go beside the shares of the dialers: each node keeps the centre's rate for itself, and a centre that says throttled is sent less.</remarks>
internal sealed class SmsPost(SmsGateways gateways, CarrierList carriers) : ISmsPort, ISmsReplyPort
{
    /// <summary>Who signs up does so where people are really called, unless nobody is by any carrier.</summary>
    public bool Available => ToSignUps().Any();

    public async Task<MailOutcome> Send(ShortMessage message, CancellationToken cancellationToken) =>
        await Send(ToSignUps(), carriers.EveryOneIsPractice, static carrier => carrier.Sender, message, cancellationToken)
        ?? MailOutcome.NotNow;

    public async Task<MailOutcome?> Reply(
        string carrier,
        string writtenTo,
        bool practice,
        ShortMessage message,
        CancellationToken cancellationToken
    ) =>
        carriers.Find(carrier) is { Medium: Medium.Sms } came
            ? await Send(
                // Its own way first, then the others to the same centre.
                Ways(practice).Where(way => way.ReceiptsOf == came.ReceiptsOf).OrderByDescending(way => way == came),
                practice,
                way => ReplySender.Of(way, writtenTo),
                message,
                cancellationToken
            )
            : null;

    public Task<MailOutcome?> Send(string controlRoom, bool practice, ShortMessage message, CancellationToken cancellationToken) =>
        Send(
            carriers.For(practice, controlRoom, Medium.Sms),
            practice,
            carrier => carrier.SenderOf(controlRoom),
            message,
            cancellationToken
        );

    private IEnumerable<CarrierOptions> ToSignUps() => Ways(carriers.EveryOneIsPractice);

    private IEnumerable<CarrierOptions> Ways(bool practice) =>
        carriers.All.Where(carrier => carrier.Medium == Medium.Sms && carrier.Practice == practice);

    private async Task<MailOutcome?> Send(
        IEnumerable<CarrierOptions> ways,
        bool practice,
        Func<CarrierOptions, string> sender,
        ShortMessage message,
        CancellationToken cancellationToken
    )
    {
        MailOutcome? outcome = null;
        foreach (var way in ways)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (gateways.Find(way.Name) is not { } gateway)
            {
                // The node starts: it opens them soon.
                outcome ??= MailOutcome.NotNow;
                continue;
            }

            var sent = await gateway.Send(practice, message.To.Value, message.Text.Value, sender(way), message.WorthFor);
            outcome = OutcomeOf(sent) ?? outcome;
            if (sent.Kind is not (MessageNewsKind.NotSent or MessageNewsKind.Withheld))
            {
                return outcome;
            }
        }

        return outcome;
    }

    private static MailOutcome? OutcomeOf(SmsOutcome sent) =>
        sent.Kind switch
        {
            MessageNewsKind.Accepted => MailOutcome.Accepted,
            MessageNewsKind.Unknown => MailOutcome.Lost,
            MessageNewsKind.Withheld => null,
            // Refused for any other reason than the number, something is wrong with what we send or agreed, not with whom it is for.
            _ => sent.NoSuchNumber ? MailOutcome.NoSuchAddress : MailOutcome.NotNow,
        };
}
