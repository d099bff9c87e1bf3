using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.Sms;

namespace Burgernet.Grains.Sms;

/// <summary>What is measured of text messages from people (meter <c>Burgernet.InboundSms</c>). Labels: codes and carriers; never a person or a number.</summary>
public sealed class InboundSmsInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.InboundSms";

    private readonly Counter<long> _offered;
    private readonly Counter<long> _handled;
    private readonly Counter<long> _replies;
    private readonly Counter<long> _faults;
    private readonly Histogram<double> _after;

    /// <summary>Makes the instruments.</summary>
    public InboundSmsInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _offered = meter.CreateCounter<long>(
            "burgernet.sms.inbound.offered",
            "{message}",
            "Messages and segments that carriers offered, by what became of them"
        );
        _handled = meter.CreateCounter<long>(
            "burgernet.sms.inbound.handled",
            "{message}",
            "Messages dealt with, by what they mean and what they came to"
        );
        _replies = meter.CreateCounter<long>("burgernet.sms.inbound.replies", "{message}", "Replies, by kind and what became of them");
        _faults = meter.CreateCounter<long>("burgernet.sms.inbound.faults", "{message}", "Messages that could not be dealt with now");
        _after = meter.CreateHistogram<double>("burgernet.sms.inbound.after", "s", "From a message's coming until it was dealt with");
    }

    internal void Offered(string carrier, InboundSmsAnswer answer) =>
        _offered.Add(1, new("carrier", carrier), new KeyValuePair<string, object?>("answer", Name(answer)));

    internal void Handled(SmsMeaning meaning, SmsOutcome outcome, TimeSpan after)
    {
        _handled.Add(1, new("meaning", Name(meaning)), new KeyValuePair<string, object?>("outcome", Name(outcome)));
        _after.Record(after.TotalSeconds);
    }

    internal void Replied(SmsReplyKind kind, SmsReplyResult result) =>
        _replies.Add(1, new("kind", Name(kind)), new KeyValuePair<string, object?>("result", Name(result)));

    internal void Failed() => _faults.Add(1);

    private static string Name<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
