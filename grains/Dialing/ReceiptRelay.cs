using Burgernet.Actions;
using Burgernet.Dialing;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Dialing;

/// <summary>Brings stored receipts to the lanes of their texts: at once, and what a crash or a lane that was away left over a little later. Any node may do it, and several at once.</summary>
internal sealed class ReceiptRelay(
    IReceiptStore store,
    IGrainFactory grains,
    CarrierList carriers,
    IOptions<ReceiptOptions> options,
    TimeProvider time
)
{
    /// <summary>A receipt that fits nothing is kept for so long. SMS centres try for up to two days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(72);

    private static readonly TimeSpan BetweenCleaning = TimeSpan.FromHours(1);

    /// <summary>Texts that are told of in one go.</summary>
    private const int MostAtOnce = 2_000;

    private DateTimeOffset _cleanedAt;

    /// <summary>Tells all that is not told.</summary>
    public async Task Sweep(CancellationToken cancellationToken)
    {
        await store.MatchAcknowledged();
        var now = time.GetUtcNow();
        foreach (
            var centre in carriers
                .All.Where(carrier => carrier.Medium != Medium.Voice)
                .GroupBy(carrier => carrier.ReceiptsOf, StringComparer.Ordinal)
        )
        {
            await store.MatchUnknown(centre.Key, [.. centre.Select(carrier => carrier.Name)], now - options.Value.AcknowledgementGrace);
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            var parts = await store.ReadUntold(MostAtOnce);
            if (parts.Count == 0)
            {
                break;
            }

            await Tell(parts);
        }

        if (now - _cleanedAt >= BetweenCleaning)
        {
            _cleanedAt = now;
            await store.Forget(now - Kept);
        }
    }

    /// <summary>Tells the lanes, at once, and stores of all that took it together that they did. A lane that did not keeps nobody else from it.</summary>
    private async Task Tell(IReadOnlyList<TextPart> parts)
    {
        var lanes = parts
            .GroupBy(part => (part.ActionId, part.Lane))
            .Select(lane => (Parts: lane.ToList(), Telling: Tell(lane.Key.ActionId, lane.Key.Lane, [.. lane])))
            .ToArray();
        var all = Task.WhenAll(lanes.Select(lane => lane.Telling));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await store.Told([
            .. lanes
                .Where(lane => lane.Telling.IsCompletedSuccessfully)
                .SelectMany(lane => lane.Parts)
                .Where(part => part.State != ReceiptState.None),
        ]);
        await all;
    }

    private async Task Tell(Guid actionId, int lane, List<TextPart> parts)
    {
        var reports = new List<ReceiptReport>();
        foreach (var text in parts.GroupBy(part => (part.ParticipantId, part.Message, part.Medium, part.Attempt)))
        {
            var result = ReceiptPolicy.Of([.. text.Select(part => part.State)]);
            if (result != DeliveryResult.None)
            {
                var (participant, message, medium, attempt) = text.Key;
                reports.Add(new ReceiptReport(participant, message, medium, attempt, result, text.Max(part => part.At)!.Value));
            }
        }

        if (reports.Count > 0)
        {
            await grains.GetGrain<ILaneGrain>(LaneKey.Of(actionId, lane)).Receive([.. reports]);
        }
    }
}
