using System.Diagnostics.Metrics;
using Burgernet.Sip.Admission;
using Burgernet.Sip.Dialogs;
using Burgernet.Sip.Media;
using Burgernet.Sip.Messages;

namespace Burgernet.Sip.Diagnostics;

/// <summary>The meter <c>Burgernet.Sip</c>: observed when read, so that the threads only count. Labels are kinds, never numbers or calls.</summary>
internal sealed class SipInstruments : IDisposable
{
    private readonly Meter _meter;

    public SipInstruments(SipCore core, ConnectionMeters connections, MediaMeters media, string listen)
    {
        var meters = core.Context.Meters;
        _meter = new Meter("Burgernet.Sip", version: null, [new KeyValuePair<string, object?>("listen", listen)]);
        Count("sip.messages.received", () => meters.Received);
        Count("sip.messages.sent", () => meters.Sent);
        Count("sip.messages.send_errors", () => meters.SendErrors);
        Count("sip.messages.oversized", () => meters.Oversized);
        Count("sip.retransmissions", () => meters.Retransmissions);
        Count("sip.responses.stale", () => meters.StaleResponses);
        Count("sip.requests.stray", () => meters.StrayRequests);
        Count("sip.calls.placed", () => meters.Placed);
        Count("sip.calls.answered", () => meters.Answered);
        Count("sip.calls.incoming", () => meters.IncomingCalls);
        Count("sip.owner.faults", () => meters.OwnerFaults);
        Count("sip.requests.large", () => meters.LargeRequests);
        Count("sip.connections.opened", () => connections.Opened);
        Count("sip.connections.accepted", () => connections.Accepted);
        Count("sip.keepalives.sent", () => connections.PingsSent);
        Count("sip.keepalives.answered", () => connections.PongsReceived);
        Count("sip.keepalives.received", () => connections.PingsReceived);
        Count("rtp.packets.sent", () => media.RtpSent);
        Count("rtp.packets.received", () => media.RtpReceived);
        Count("rtp.packets.dropped", () => media.RtpDropped);
        Count("rtp.packets.send_errors", () => media.RtpSendErrors);
        Count("rtp.pacing.stalls", () => media.Stalls);
        Count("rtp.ports.taken", () => media.PortsTaken);
        Count("rtp.descriptors.lacking", () => media.DescriptorsLacking);
        Count("rtcp.packets.sent", () => media.RtcpSent);
        Count("rtcp.packets.received", () => media.RtcpReceived);
        Count("rtcp.packets.malformed", () => media.RtcpMalformed);
        _meter.CreateObservableGauge("rtp.pacing.priority", () => (int)media.Priority);
        _meter.CreateObservableUpDownCounter("rtp.ports.open", () => media.OpenPorts);
        _meter.CreateObservableUpDownCounter("sip.calls.active", () => core.Count.Active);
        _meter.CreateObservableUpDownCounter("sip.connections.living", () => connections.Living);
        _meter.CreateObservableCounter("sip.connections.ended", () => ByName<SipConnectionFailure>("reason", connections.Failures));
        _meter.CreateObservableUpDownCounter("sip.trunk.calls.active", () => ByTrunk(core.Context.Trunks, admission => admission.Calls));
        _meter.CreateObservableUpDownCounter(
            "sip.trunk.calls.waiting",
            () => ByTrunk(core.Context.Trunks, admission => admission.Waiting.Count)
        );
        _meter.CreateObservableUpDownCounter(
            "sip.trunk.invites.unanswered",
            () => ByTrunk(core.Context.Trunks, admission => admission.Unanswered)
        );
        _meter.CreateObservableCounter("sip.trunk.overloads", () => ByTrunk(core.Context.Trunks, admission => admission.Overloads));
        _meter.CreateObservableCounter("sip.trunk.rests", () => ByTrunk(core.Context.Trunks, admission => admission.Rests));
        _meter.CreateObservableCounter("sip.trunk.calls.kept_back", () => KeptBack(core.Context.Trunks));
        _meter.CreateObservableCounter("sip.calls.ended", () => ByName<SipCallEnd>("end", meters.Ended));
        _meter.CreateObservableCounter("sip.messages.dropped", () => ByName<ParseFault>("reason", meters.ParseFaults));
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> ByName<T>(string label, long[] counts)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        for (var i = 1; i < counts.Length; i++)
        {
            yield return new Measurement<long>(Volatile.Read(ref counts[i]), new KeyValuePair<string, object?>(label, names[i]));
        }
    }

    private static IEnumerable<Measurement<long>> ByTrunk(IEnumerable<SipTrunk> trunks, Func<TrunkAdmission, long> read) =>
        trunks.Select(trunk => new Measurement<long>(read(trunk.Admission), TrunkLabel(trunk)));

    private static IEnumerable<Measurement<long>> KeptBack(IEnumerable<SipTrunk> trunks) =>
        from trunk in trunks
        from barrier in Enum.GetValues<SipBarrier>()
        where barrier != SipBarrier.None
        select new Measurement<long>(
            Volatile.Read(ref trunk.Admission.KeptBack[(int)barrier]),
            TrunkLabel(trunk),
            new KeyValuePair<string, object?>("barrier", barrier.ToString())
        );

    private static KeyValuePair<string, object?> TrunkLabel(SipTrunk trunk) => new("trunk", trunk.Options.Name);

    private void Count(string name, Func<long> read) => _meter.CreateObservableCounter(name, read);
}
