using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>Counts the calls between grains, by method, over all silos of this process.</summary>
internal sealed class GrainCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentDictionary<string, StrongBox<long>> _counts = new(StringComparer.Ordinal);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        var request = context.Request;
        Interlocked.Increment(ref _counts.GetOrAdd(Name(request.GetInterfaceName(), request.GetMethodName()), _ => new()).Value);
        return context.Invoke();
    }

    /// <summary>How many so far.</summary>
    public Dictionary<string, long> Snapshot() =>
        _counts.ToDictionary(count => count.Key, count => Interlocked.Read(ref count.Value.Value), StringComparer.Ordinal);

    /// <summary>Names without a string a call: a method has few.</summary>
    private readonly ConcurrentDictionary<(string, string), string> _names = new();

    private string Name(string type, string method) =>
        _names.GetOrAdd((type, method), pair => $"{pair.Item1[(pair.Item1.LastIndexOf('.') + 1)..]}.{pair.Item2}");
}
