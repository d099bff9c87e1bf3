using Burgernet.Api.Practice;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Grains.Sms;
using Burgernet.Participants;

namespace Burgernet.Silo.Sms;

/// <summary>Lets practice phones send text messages: they go the way of what an SMS centre hands over.</summary>
internal sealed class PracticePhones(IInboundSmsSink sink, CarrierList carriers, IPracticeNumbers numbers, TimeProvider time)
    : IPracticePhones
{
    /// <summary>Where a message goes that says no number.</summary>
    private const string Desk = "practice";

    public async Task<PracticeSmsOutcome> Send(
        string controlRoom,
        PersonalText from,
        string? to,
        PersonalText text,
        CancellationToken cancellationToken
    )
    {
        if (SenderNumber.Read(from.Value) is not { } phone || !numbers.IsPractice(phone))
        {
            return PracticeSmsOutcome.NotAPracticePhone;
        }

        if (carriers.All.FirstOrDefault(carrier => carrier.Practice && carrier.Serves(controlRoom)) is not { } carrier)
        {
            return PracticeSmsOutcome.NoCarrier;
        }

        var message = new InboundSms
        {
            Carrier = carrier.Name,
            Practice = true,
            From = (PersonalText)phone,
            To = to ?? carrier.SpokenCallBackNumber ?? Desk,
            Text = text,
            ReceivedAt = time.GetUtcNow(),
        };
        return await sink.Take(message, cancellationToken) switch
        {
            InboundSmsAnswer.Stored => PracticeSmsOutcome.Sent,
            InboundSmsAnswer.Repeated => PracticeSmsOutcome.Repeated,
            InboundSmsAnswer.NotNow => PracticeSmsOutcome.NotNow,
            _ => PracticeSmsOutcome.NotAPracticePhone,
        };
    }
}
