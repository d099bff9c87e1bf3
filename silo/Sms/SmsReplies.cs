using Burgernet.Grains.Dialing;
using Burgernet.Grains.Mail;
using Burgernet.Grains.Sms;

namespace Burgernet.Silo.Sms;

/// <summary>Answers practice with the practice phones' text messages. What is live cannot be answered from here yet.</summary>
internal sealed class SmsReplies(ISmsPort port, CarrierList carriers) : ISmsReplyPort
{
    public async Task<MailOutcome?> Send(string carrier, bool practice, ShortMessage message, CancellationToken cancellationToken) =>
        practice && carriers.Find(carrier)?.Practice != false && port.Available ? await port.Send(message, cancellationToken) : null;
}
