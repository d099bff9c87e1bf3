using Burgernet.Dialing;

namespace Burgernet.Grains.Actions;

/// <summary>Content of <c>wave-completed</c>.</summary>
public sealed record WaveCompletedData(int Selected, int Contacted, IReadOnlyDictionary<DeliveryResult, int> Results)
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

        return new WaveCompletedData(Selected, Contacted + (call.Contacted == true ? 1 : 0), results);
    }
}
