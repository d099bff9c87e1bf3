using System.Collections.Concurrent;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Which writes of which action fail: the n-th, before it happens or after it (its reply is lost).</summary>
internal sealed class StoreFaults
{
    private readonly ConcurrentDictionary<Guid, Plan> _plans = new();

    /// <summary>Lets writes of an action fail, from the n-th on, so many of them.</summary>
    public void Fail(Guid action, int first, int count, bool afterwards) => _plans[action] = new Plan(first, count, afterwards);

    /// <summary>How many writes of the action there were.</summary>
    public int Writes(Guid action) => _plans.TryGetValue(action, out var plan) ? plan.Seen : 0;

    public async Task<T> Through<T>(Guid action, Func<Task<T>> write)
    {
        var fails = _plans.TryGetValue(action, out var plan) && plan.NextFails();
        if (fails && !plan!.Afterwards)
        {
            throw new StoreUnavailableException("The test lets this write fail");
        }

        var result = await write();
        return fails ? throw new StoreUnavailableException("The test loses the reply of this write") : result;
    }

    private sealed class Plan(int first, int count, bool afterwards)
    {
        private int _seen;

        public bool Afterwards => afterwards;

        public int Seen => Volatile.Read(ref _seen);

        public bool NextFails()
        {
            var number = Interlocked.Increment(ref _seen);
            return number >= first && number < first + count;
        }
    }
}
