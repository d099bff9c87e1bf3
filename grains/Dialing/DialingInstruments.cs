using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.Dialing;

namespace Burgernet.Grains.Dialing;

/// <summary>What dialers measure (meter <c>Burgernet.Dialing</c>). Labels: carrier, and how a call or text ended; never a number, a cell or an action.</summary>
public sealed class DialingInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Dialing";

    private readonly ConcurrentDictionary<string, (int Leases, int Charged)> _leases = new(StringComparer.Ordinal);
    private readonly Counter<long> _placed;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _answered;
    private readonly UpDownCounter<long> _busy;
    private readonly Histogram<double> _claimed;
    private readonly Histogram<double> _reported;
    private readonly Counter<long> _rests;
    private readonly UpDownCounter<long> _resting;
    private readonly Counter<long> _submitted;
    private readonly Counter<long> _texts;
    private readonly Histogram<double> _acknowledged;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="board">What the dialers of this node say of their lines.</param>
    public DialingInstruments(IMeterFactory meters, TrunkBoard board)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(board);
        var meter = meters.Create(MeterName);
        _placed = meter.CreateCounter<long>("burgernet.calls.placed", "{call}", "Calls handed to the gateway");
        _ended = meter.CreateCounter<long>("burgernet.calls.ended", "{call}", "Calls that ended, by how");
        _answered = meter.CreateHistogram<double>("burgernet.calls.answered", "s", "Time from placing a call to its answer");
        _busy = meter.CreateUpDownCounter<long>("burgernet.lines.busy", "{line}", "Lines that hold a call");
        meter.CreateObservableGauge(
            "burgernet.lines.leased",
            () => board.Trunks.Select(trunk => new Measurement<int>(trunk.Value.Lines, Carrier(trunk.Key))),
            "{line}",
            "Lines that this node may hold now; none while it takes no work"
        );
        meter.CreateObservableGauge(
            "burgernet.lines.available",
            () => board.Trunks.Select(trunk => new Measurement<int>(Math.Max(0, trunk.Value.Lines - trunk.Value.Busy), Carrier(trunk.Key))),
            "{line}",
            "Lines that this node may hold now and that hold no call"
        );
        meter.CreateObservableGauge(
            "burgernet.leases",
            () => _leases.Select(carrier => new Measurement<int>(carrier.Value.Leases, Carrier(carrier.Key))),
            "{lease}",
            "Dialers that hold a share of a carrier, where this node gives the shares"
        );
        meter.CreateObservableGauge(
            "burgernet.lines.charged",
            () => _leases.Select(carrier => new Measurement<int>(carrier.Value.Charged, Carrier(carrier.Key))),
            "{line}",
            "Lines that nobody may use because calls of a node that died may hold them, where this node gives the shares"
        );
        _claimed = meter.CreateHistogram<double>(
            "burgernet.claims.stored",
            "s",
            "Time from asking a lane for deliveries until it has stored their claims and hands them out"
        );
        _reported = meter.CreateHistogram<double>(
            "burgernet.reports.stored",
            "s",
            "Time from telling a lane what became of calls until it has stored it"
        );
        _rests = meter.CreateCounter<long>(
            "burgernet.trunk.rests",
            "{rest}",
            "Times that a trunk was left alone because it failed, by how"
        );
        _resting = meter.CreateUpDownCounter<long>("burgernet.trunks.resting", "{trunk}", "Trunks that rest, or are tried by one call");
        _submitted = meter.CreateCounter<long>("burgernet.texts.submitted", "{text}", "Texts handed to the gateway");
        _texts = meter.CreateCounter<long>("burgernet.texts.ended", "{text}", "Texts of which it is known, by what");
        _acknowledged = meter.CreateHistogram<double>(
            "burgernet.texts.acknowledged",
            "s",
            "Time from the claim of a text to its acknowledgement"
        );
    }

    /// <summary>A text was handed to the gateway.</summary>
    public void TextSubmitted(string carrier) => _submitted.Add(1, Carrier(carrier));

    /// <summary>The gateway told what became of a text.</summary>
    /// <param name="carrier">By which carrier.</param>
    /// <param name="news">The news.</param>
    /// <param name="end">What it means.</param>
    public void Heard(string carrier, in MessageNews news, CallEnd end)
    {
        _texts.Add(1, Carrier(carrier), End(end));
        if (end == CallEnd.Accepted)
        {
            _acknowledged.Record((news.At - news.Message.Order.ClaimedAt).TotalSeconds, Carrier(carrier));
        }
    }

    /// <summary>A call was handed to the gateway.</summary>
    public void CallPlaced(string carrier)
    {
        _placed.Add(1, Carrier(carrier));
        _busy.Add(1, Carrier(carrier));
    }

    /// <summary>The gateway told what became of a call.</summary>
    /// <param name="carrier">Over which carrier.</param>
    /// <param name="news">The news.</param>
    public void Heard(string carrier, in VoiceCallNews news)
    {
        if (news.Kind == VoiceCallNewsKind.Answered)
        {
            _answered.Record((news.At - news.Call.Order.ClaimedAt).TotalSeconds, Carrier(carrier));
        }
        else if (news.Kind == VoiceCallNewsKind.Ended)
        {
            _ended.Add(1, Carrier(carrier), End(news.End));
            _busy.Add(-1, Carrier(carrier));
        }
    }

    /// <summary>This node gives the shares of a carrier; none once another does.</summary>
    /// <param name="carrier">The carrier.</param>
    /// <param name="leases">How many hold a share.</param>
    /// <param name="charged">Lines that are charged to nodes that died.</param>
    public void Leased(string carrier, int leases, int charged) => _leases[carrier] = (leases, charged);

    /// <summary>A lane stored claims and handed them out.</summary>
    public void Claimed(string carrier, TimeSpan after) => _claimed.Record(after.TotalSeconds, Carrier(carrier));

    /// <summary>A lane stored what became of calls.</summary>
    public void Acknowledged(string carrier, TimeSpan after) => _reported.Record(after.TotalSeconds, Carrier(carrier));

    /// <summary>A trunk failed a call and is left alone.</summary>
    /// <param name="carrier">Whose.</param>
    /// <param name="end">How the call ended.</param>
    /// <param name="resting">Whether it took calls until now.</param>
    public void Rests(string carrier, CallEnd end, bool resting)
    {
        _rests.Add(1, Carrier(carrier), End(end));
        _resting.Add(resting ? 1 : 0, Carrier(carrier));
    }

    /// <summary>A trunk that rested takes calls again.</summary>
    public void TakesCallsAgain(string carrier) => _resting.Add(-1, Carrier(carrier));

    private static KeyValuePair<string, object?> End(CallEnd end) =>
        new("end", JsonNamingPolicy.KebabCaseLower.ConvertName(end.ToString()));

    private static KeyValuePair<string, object?> Carrier(string carrier) => new("carrier", carrier);
}
