using Microsoft.Extensions.Options;

namespace Burgernet.Api.Live;

/// <summary>Bounds how many live views are open on this node: of one key, and of all.</summary>
internal sealed class LiveLimits(IOptions<ApiOptions> options, LiveInstruments instruments)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private int _open;

    /// <summary>Counts one more, until what comes back is disposed; null where that would be too many.</summary>
    public IDisposable? TryOpen(string key)
    {
        lock (_lock)
        {
            var ofKey = _byKey.GetValueOrDefault(key);
            if (_open >= options.Value.LiveViews || ofKey >= options.Value.LiveViewsPerKey)
            {
                instruments.Refused();
                return null;
            }

            _open++;
            _byKey[key] = ofKey + 1;
        }

        instruments.Opened();
        return new Place(this, key);
    }

    private void Close(string key)
    {
        lock (_lock)
        {
            _open--;
            if (--_byKey[key] == 0)
            {
                _byKey.Remove(key);
            }
        }

        instruments.Closed();
    }

    private sealed class Place(LiveLimits limits, string key) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0)
            {
                limits.Close(key);
            }
        }
    }
}
