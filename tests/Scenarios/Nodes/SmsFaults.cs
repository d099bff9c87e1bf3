using System.Collections.Concurrent;
using Burgernet.Grains.Actions;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Which methods of the store of text messages fail, by name, until they are mended.</summary>
internal sealed class SmsFaults
{
    private readonly ConcurrentDictionary<string, bool> _broken = new(StringComparer.Ordinal);

    /// <summary>Breaks them.</summary>
    public void Break(params ReadOnlySpan<string> methods)
    {
        foreach (var method in methods)
        {
            _broken[method] = true;
        }
    }

    /// <summary>Mends all.</summary>
    public void Mend() => _broken.Clear();

    /// <summary>Goes on where the method is not broken.</summary>
    public void Pass(string method)
    {
        if (_broken.ContainsKey(method))
        {
            throw new StoreUnavailableException($"The test lets {method} fail");
        }
    }
}
