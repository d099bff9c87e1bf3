using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.CallBacks;

namespace Burgernet.Grains.CallBacks;

/// <summary>What the call-back line measures (meter <c>Burgernet.CallBacks</c>). Labels: carrier, and how it went; never a number or an action.</summary>
public sealed class CallBackInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.CallBacks";

    private readonly Counter<long> _refused;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _conversations;
    private readonly Counter<long> _lost;
    private readonly UpDownCounter<long> _callers;

    /// <summary>Makes the instruments.</summary>
    public CallBackInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _refused = meter.CreateCounter<long>("burgernet.callbacks.refused", "{call}", "Calls in that were turned down, by SIP status");
        _ended = meter.CreateCounter<long>(
            "burgernet.callbacks.ended",
            "{call}",
            "Calls in that were answered and ended, by how, and whether the caller was known"
        );
        _conversations = meter.CreateHistogram<double>(
            "burgernet.callbacks.conversations",
            "s",
            "How long callers and control rooms were connected"
        );
        _lost = meter.CreateCounter<long>("burgernet.callbacks.lost", "{event}", "Call-backs that could not be stored and were given up");
        _callers = meter.CreateUpDownCounter<long>("burgernet.callbacks.callers", "{call}", "Callers that hold lines");
    }

    /// <summary>A call was turned down.</summary>
    public void Refused(string carrier, int status) => _refused.Add(1, new("carrier", carrier), new("status", status));

    /// <summary>A caller was answered.</summary>
    public void Answered(string carrier) => _callers.Add(1, new KeyValuePair<string, object?>("carrier", carrier));

    /// <summary>An answered call is over.</summary>
    public void Ended(string carrier, CallBackEnding ending, bool known, TimeSpan conversation)
    {
        _callers.Add(-1, new KeyValuePair<string, object?>("carrier", carrier));
        _ended.Add(
            1,
            new("carrier", carrier),
            new("end", JsonNamingPolicy.KebabCaseLower.ConvertName(ending.ToString())),
            new("known", known)
        );
        if (ending == CallBackEnding.Connected)
        {
            _conversations.Record(conversation.TotalSeconds, new KeyValuePair<string, object?>("carrier", carrier));
        }
    }

    /// <summary>Something could not be stored.</summary>
    public void Lost() => _lost.Add(1);
}
