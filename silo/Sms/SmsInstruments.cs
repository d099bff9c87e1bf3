using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Sms;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Silo.Sms;

/// <summary>What the ways to SMS centres measure (meter <c>Burgernet.Sms</c>). Labels: carrier, and what became of it; never a number or a text.</summary>
internal sealed class SmsInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Sms";

    private readonly Lock _lock = new();
    private readonly List<SmppGateway> _gateways = [];
    private readonly Counter<long> _submitted;
    private readonly Counter<long> _receipts;
    private readonly Counter<long> _incoming;

    /// <summary>Makes the instruments.</summary>
    public SmsInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _submitted = meter.CreateCounter<long>(
            "burgernet.sms.texts",
            "{text}",
            "Texts handed to an SMS centre, by what became of them and its status"
        );
        _receipts = meter.CreateCounter<long>("burgernet.sms.receipts", "{receipt}", "Receipts that came, by what they say");
        _incoming = meter.CreateCounter<long>("burgernet.sms.incoming", "{message}", "Messages that people sent, by how they were taken");
        _ = meter.CreateObservableGauge(
            "burgernet.sms.binds",
            () => Each(static one => one.BindsUp),
            "{bind}",
            "Connections that are bound"
        );
        _ = meter.CreateObservableGauge(
            "burgernet.sms.window",
            () => Each(static one => one.InFlight),
            "{sms}",
            "SMS that are sent and not answered"
        );
        _ = meter.CreateObservableGauge(
            "burgernet.sms.rate",
            () => Each(static one => one.RateLimit),
            "{segment}/s",
            "Segments a second that may be sent now: what was agreed, or less where the centre asked to slow down"
        );
    }

    /// <summary>A gateway is open.</summary>
    public void Opened(SmppGateway gateway)
    {
        lock (_lock)
        {
            _gateways.Add(gateway);
        }
    }

    /// <summary>A gateway is closed.</summary>
    public void Closed(SmppGateway gateway)
    {
        lock (_lock)
        {
            _ = _gateways.Remove(gateway);
        }
    }

    /// <summary>What became of a text.</summary>
    public void Ended(string carrier, SmsOutcome outcome) =>
        _submitted.Add(
            1,
            Carrier(carrier),
            new("outcome", Name(outcome.Kind)),
            new KeyValuePair<string, object?>("status", outcome.Status.Name())
        );

    /// <summary>A receipt came.</summary>
    /// <param name="carrier">By which carrier.</param>
    /// <param name="state">What it says; none where it says only that the text is on its way.</param>
    public void Received(string carrier, ReceiptState state) =>
        _receipts.Add(1, Carrier(carrier), new KeyValuePair<string, object?>("state", Name(state)));

    /// <summary>Somebody sent a message.</summary>
    public void Received(string carrier, InboundSmsAnswer answer) =>
        _incoming.Add(1, Carrier(carrier), new KeyValuePair<string, object?>("answer", Name(answer)));

    private static KeyValuePair<string, object?> Carrier(string carrier) => new("carrier", carrier);

    private static string Name<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    private Measurement<T>[] Each<T>(Func<SmppGateway, T> value)
        where T : struct
    {
        lock (_lock)
        {
            return [.. _gateways.Select(one => new Measurement<T>(value(one), Carrier(one.Carrier.Name)))];
        }
    }
}
