using Burgernet.Actions;
using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>How far an action is: what its lanes tell, and once a wave is complete what the dossier says.</summary>
internal sealed partial class ActionState
{
    /// <summary>The totals of all lanes as one progress; what the dossier says once the wave is complete.</summary>
    public ActionProgress ToProgress(IReadOnlyCollection<LaneTotals> lanes)
    {
        var results = _completed?.Results ?? Sum(lanes);
        return new ActionProgress
        {
            SelectionComplete = SelectionCompleted,
            Selected = _completed?.Selected ?? lanes.Sum(lane => lane.Selected),
            Deliveries = _completed is { } all ? all.Results.Values.Sum() : lanes.Sum(lane => lane.Deliveries),
            Waiting = WaveCompleted ? 0 : lanes.Sum(lane => lane.Waiting),
            UnderWay = WaveCompleted ? 0 : lanes.Sum(lane => lane.UnderWay),
            Done = results.Values.Sum(),
            Contacted = _completed?.Contacted ?? lanes.Sum(lane => lane.Contacted),
            Heard = _completed is { } done ? done.Heard ?? HeardOf(done) : lanes.Sum(lane => lane.Heard),
            Reached = _completed is { } whole ? whole.Reached ?? whole.Heard ?? HeardOf(whole) : lanes.Sum(lane => lane.Reached),
            Media = _completed is null
                ? SumMedia(lanes)
                : _completed.Media ?? [new MediumTotals(Medium.Voice, results.Values.Sum(), results.Values.Sum())],
            Results = results,
            Complete = WaveCompleted,
        };
    }

    /// <summary>The content of the event that says that every delivery has its result.</summary>
    /// <param name="lanes">What its lanes told last.</param>
    public WaveCompletedData ToCompleted(IReadOnlyCollection<LaneTotals> lanes)
    {
        var results = Sum(lanes);
        var (selected, contacted) = (lanes.Sum(lane => lane.Selected), lanes.Sum(lane => lane.Contacted));
        var media = SumMedia(lanes);
        var onlyCalls = media is [{ Medium: Medium.Voice }] or [];
        return Messages.All.Count == 1 && onlyCalls
            ? new WaveCompletedData(selected, contacted, results)
            : new WaveCompletedData(
                selected,
                contacted,
                results,
                lanes.Sum(lane => lane.Heard),
                SumMessages(lanes),
                onlyCalls ? null : lanes.Sum(lane => lane.Reached),
                onlyCalls ? null : media
            );
    }

    /// <summary>Whether what the lanes tell now is something else than what stands in the dossier of a complete wave: receipts came later.</summary>
    /// <param name="lanes">What all its lanes told last.</param>
    public bool IsAmendedBy(IReadOnlyCollection<LaneTotals> lanes) =>
        _completed is { } completed && lanes.Count == Lanes && !completed.Results.OrderBy(result => result.Key).SequenceEqual(Sum(lanes));

    private static int HeardOf(WaveCompletedData completed) =>
        completed.Results.GetValueOrDefault(DeliveryResult.Heard) + completed.Results.GetValueOrDefault(DeliveryResult.Confirmed);

    private static MessageTotals OfCall(WaveCompletedData completed) =>
        new(1, completed.Selected, completed.Contacted, HeardOf(completed), completed.Selected);

    private static MessageTotals[] SumMessages(IReadOnlyCollection<LaneTotals> lanes) =>
        [
            .. lanes
                .SelectMany(lane => lane.Messages)
                .GroupBy(totals => totals.Message)
                .OrderBy(message => message.Key)
                .Select(message => new MessageTotals(
                    message.Key,
                    message.Sum(lane => lane.Deliveries),
                    message.Sum(lane => lane.Contacted),
                    message.Sum(lane => lane.Heard),
                    message.Sum(lane => lane.Done),
                    message.Sum(lane => lane.Reached ?? lane.Heard)
                )),
        ];

    private static MediumTotals[] SumMedia(IReadOnlyCollection<LaneTotals> lanes) =>
        [
            .. lanes
                .SelectMany(lane => lane.Media)
                .GroupBy(totals => totals.Medium)
                .OrderBy(medium => medium.Key)
                .Select(medium => new MediumTotals(medium.Key, medium.Sum(lane => lane.Deliveries), medium.Sum(lane => lane.Done))),
        ];

    private static Dictionary<DeliveryResult, int> Sum(IReadOnlyCollection<LaneTotals> lanes)
    {
        var results = new Dictionary<DeliveryResult, int>();
        foreach (var (result, count) in lanes.SelectMany(lane => lane.Results).OrderBy(result => result.Key))
        {
            results[result] = results.GetValueOrDefault(result) + count;
        }

        return results;
    }
}
