using System.Collections.Concurrent;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Which steps of the register fail.</summary>
internal sealed class RegisterFaults
{
    private readonly ConcurrentDictionary<RegisterStep, Plan> _plans = new();

    /// <summary>Lets a step fail.</summary>
    /// <param name="step">Which.</param>
    /// <param name="after">How often it comes through first.</param>
    /// <param name="times">How often it fails then.</param>
    public void Fail(RegisterStep step, int after = 0, int times = 1) => _plans[step] = new Plan(after, times);

    /// <summary>Nothing fails any more.</summary>
    public void Clear() => _plans.Clear();

    /// <summary>A step has come.</summary>
    public void Reach(RegisterStep step)
    {
        if (_plans.TryGetValue(step, out var plan) && plan.NextFails())
        {
            throw new StoreUnavailableException($"The test cuts it off: {step}");
        }
    }

    private sealed class Plan(int after, int times)
    {
        private int _seen;

        public bool NextFails()
        {
            var number = Interlocked.Increment(ref _seen);
            return number > after && number <= after + times;
        }
    }
}
