using System.Diagnostics.Metrics;
using Burgernet.Smpp.Pdus;

namespace Burgernet.Smpp.Session;

/// <summary>The meter <c>Burgernet.Smpp</c>: observed when read, so that connections only count. Labels are kinds, never numbers or messages.</summary>
internal sealed class SmppInstruments : IDisposable
{
    private readonly Meter _meter;

    /// <summary>For a client, or a server.</summary>
    /// <param name="meters">Its counts.</param>
    /// <param name="name">Its name.</param>
    /// <param name="link">A client's connection; null for a server, which has many.</param>
    /// <param name="rate">A client's rate.</param>
    public SmppInstruments(LinkMeters meters, string name, Func<SmppLink?>? link = null, SendRate? rate = null)
    {
        _meter = new Meter("Burgernet.Smpp", version: null, [new KeyValuePair<string, object?>("session", name)]);
        Count("smpp.pdus.received", () => meters.Received);
        Count("smpp.pdus.sent", () => meters.Sent);
        Count("smpp.writes", () => meters.Writes);
        Count("smpp.responses.stray", () => meters.Strays);
        Count("smpp.responses.timed_out", () => meters.TimedOut);
        Count("smpp.throttled", () => meters.Throttled);
        Count("smpp.enquiries.sent", () => meters.EnquiresSent);
        Count("smpp.enquiries.received", () => meters.EnquiresReceived);
        Count("smpp.nacks.received", () => meters.NacksReceived);
        Count("smpp.messages.received", () => meters.MessagesReceived);
        Count("smpp.owner.faults", () => meters.HandlerFaults);
        Count("smpp.connections.opened", () => meters.Opened);
        _meter.CreateObservableUpDownCounter("smpp.connections.living", () => Volatile.Read(ref meters.Living));
        _meter.CreateObservableCounter("smpp.connections.ended", () => ByName<SmppFailure>("reason", meters.Ended, first: 1));
        _meter.CreateObservableCounter("smpp.pdus.malformed", () => ByName<PduFault>("fault", meters.Faults, first: 1));
        _meter.CreateObservableCounter("smpp.requests", () => ByName<SubmitOutcome>("outcome", meters.Outcomes, first: 0));
        if (link is not null && rate is not null)
        {
            _meter.CreateObservableGauge("smpp.window.in_flight", () => link()?.InFlight ?? 0);
            _meter.CreateObservableGauge("smpp.window.waiting", () => link()?.Waiting ?? 0);
            _meter.CreateObservableGauge("smpp.rate.limit", () => rate.Limit, "{request}/s");
        }
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> ByName<T>(string label, long[] counts, int first)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        for (var i = first; i < counts.Length; i++)
        {
            yield return new Measurement<long>(Volatile.Read(ref counts[i]), new KeyValuePair<string, object?>(label, names[i]));
        }
    }

    private void Count(string name, Func<long> read) => _meter.CreateObservableCounter(name, read);
}
