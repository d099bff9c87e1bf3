namespace Burgernet.Benchmarks.Storage;

/// <summary>How long each step took, over all lanes, and whether the measurement still goes on.</summary>
/// <param name="length">How long it lasts.</param>
internal sealed class StepTimes(TimeSpan length)
{
    private readonly Lock _adding = new();
    private readonly List<double> _milliseconds = [];
    private readonly long _began = TimeProvider.System.GetTimestamp();
    private TimeSpan _last;

    /// <summary>Whether there is time for another step.</summary>
    public bool Goes => TimeProvider.System.GetElapsedTime(_began) < length;

    /// <summary>Claims, reports or deliveries that were acknowledged.</summary>
    public long Count { get; private set; }

    /// <summary>Acknowledged a second, up to the last acknowledgement.</summary>
    public double Rate => Count / _last.TotalSeconds;

    /// <summary>Takes a step.</summary>
    public void Add(TimeSpan took, int count)
    {
        lock (_adding)
        {
            _milliseconds.Add(took.TotalMilliseconds);
            Count += count;
            _last = TimeProvider.System.GetElapsedTime(_began);
        }
    }

    /// <summary>The time that this share of steps stayed within, in milliseconds.</summary>
    public double Percentile(double share)
    {
        lock (_adding)
        {
            _milliseconds.Sort();
            return _milliseconds.Count == 0 ? 0 : _milliseconds[(int)Math.Min(_milliseconds.Count - 1, share * _milliseconds.Count)];
        }
    }
}
