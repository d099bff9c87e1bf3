using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>What actions measure (meter <c>Burgernet.Actions</c>): those that stand on this silo, added up. Label: the status; never an action.</summary>
/// <remarks>An action that is awake stands on one silo: the sum over all nodes is that of the cluster.</remarks>
public sealed class ActionInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Actions";

    private readonly ConcurrentDictionary<Guid, ActionStanding> _actions = new();
    private readonly Histogram<double> _firstRing;

    /// <summary>Makes the instruments.</summary>
    public ActionInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _firstRing = meter.CreateHistogram<double>(
            "burgernet.actions.first_ring",
            "s",
            "Time from recording a start until the first phone rang"
        );
        meter.CreateObservableGauge("burgernet.actions.awake", Awake, "{action}", "Actions with something left to do, by status");
        meter.CreateObservableGauge(
            "burgernet.deliveries.waiting",
            () => Sum(action => action.Waiting),
            "{delivery}",
            "Deliveries that could be tried now"
        );
        meter.CreateObservableGauge(
            "burgernet.deliveries.held",
            () => Sum(action => action.Held),
            "{delivery}",
            "Deliveries that wait for something else than a line: their next try, the end of a pause or of quiet hours"
        );
        meter.CreateObservableGauge(
            "burgernet.deliveries.under_way",
            () => Sum(action => action.UnderWay),
            "{delivery}",
            "Deliveries with an attempt whose result is not stored"
        );
        meter.CreateObservableGauge(
            "burgernet.anchors.lag",
            () => _actions.Values.Select(action => action.AnchorLag.TotalSeconds).DefaultIfEmpty().Max(),
            "s",
            "How long entries of lanes have waited for an anchor, in the action where it is longest"
        );
    }

    /// <summary>How an action stands now; in the place of what was told of it before.</summary>
    public void Stands(Guid action, ActionStanding standing) => _actions[action] = standing;

    /// <summary>An action has nothing left to do, or stands here no more.</summary>
    public void Gone(Guid action) => _actions.TryRemove(action, out _);

    /// <summary>The first phone of an action rang.</summary>
    /// <param name="afterStart">Time since its start was recorded.</param>
    public void Rang(TimeSpan afterStart) => _firstRing.Record(afterStart.TotalSeconds);

    private long Sum(Func<ActionStanding, int> count) => _actions.Values.Sum(action => (long)count(action));

    /// <summary>Every status, also with none: a label that is told no more keeps its last value in whoever scrapes.</summary>
    private IEnumerable<Measurement<int>> Awake()
    {
        var standing = _actions.Values.CountBy(action => action.Status).ToDictionary();
        return Enum.GetValues<ActionStatus>()
            .Select(status => new Measurement<int>(
                standing.GetValueOrDefault(status),
                new KeyValuePair<string, object?>("status", JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()))
            ));
    }
}
