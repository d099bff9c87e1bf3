using Burgernet.Sms;

namespace Burgernet.Api.Practice;

/// <summary>An SMS that the practice SMS centre took for a practice phone.</summary>
/// <param name="At">When the centre had all of it.</param>
/// <param name="From">Who it is from, as the phone shows it: a name, a short number, or E.164.</param>
/// <param name="To">The phone's number.</param>
/// <param name="Text">What it says, put together from its segments.</param>
/// <param name="Segments">How many there were.</param>
/// <param name="State">Where it is: only what is <c>delivered</c> a participant would have read.</param>
public sealed record PracticeSmsJson(DateTimeOffset At, string From, string To, string Text, int Segments, KeptSmsState State)
{
    internal static PracticeSmsJson Of(KeptSms sms) => new(sms.At, sms.From, sms.To.Value, sms.Text.Value, sms.Segments, sms.State);
}
