using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>wave-completed</c>, and of <c>amended</c>, when receipts came after it. What stands after the results is absent where the call was the only message.</summary>
/// <param name="Selected">People.</param>
/// <param name="Contacted">Of them, who were contacted by any message.</param>
/// <param name="Results">Deliveries by result, over all messages.</param>
/// <param name="Heard">People who heard the call, or a correction.</param>
/// <param name="Messages">How far each message is.</param>
/// <param name="Reached">People who heard any message, or on whose handset any text is; absent where there were only calls.</param>
/// <param name="Media">How far each medium is; absent where there were only calls.</param>
public sealed record WaveCompletedData(
    int Selected,
    int Contacted,
    IReadOnlyDictionary<DeliveryResult, int> Results,
    int? Heard = null,
    IReadOnlyList<MessageTotals>? Messages = null,
    int? Reached = null,
    IReadOnlyList<MediumTotals>? Media = null
)
{
    /// <summary>The same once a participant called back after it: their result made way for a better one.</summary>
    internal WaveCompletedData After(CalledBackData call)
    {
        if (call.Replaced is not { } before)
        {
            return this;
        }

        var results = new SortedDictionary<DeliveryResult, int>(Results.ToDictionary());
        results[before] = results.GetValueOrDefault(before) - 1;
        results[DeliveryResult.Confirmed] = results.GetValueOrDefault(DeliveryResult.Confirmed) + 1;
        if (results[before] <= 0)
        {
            results.Remove(before);
        }

        return this with
        {
            Contacted = Contacted + (call.Contacted == true ? 1 : 0),
            Results = results,
            Heard = Heard + (before == DeliveryResult.Heard ? 0 : 1),
            Reached = Reached + (before is DeliveryResult.Heard or DeliveryResult.ToHandset ? 0 : 1),
        };
    }
}
