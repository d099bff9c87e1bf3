using System.Globalization;

namespace Burgernet.Benchmarks.Selection;

/// <summary>What one row of the report was measured to need, in milliseconds.</summary>
internal sealed class SelectionTimes
{
    private readonly List<double> _ours = [];
    private readonly List<double> _first = [];
    private readonly List<double> _alone = [];
    private readonly List<double> _postGis = [];

    /// <summary>People found, by area.</summary>
    public List<int> People { get; } = [];

    /// <summary>How many times as fast, by the medians.</summary>
    public double Ratio => Of(_postGis, 0.5) / Of(_ours, 0.5);

    /// <summary>The medians.</summary>
    public (double Ours, double PostGis) Medians => (Of(_ours, 0.5), Of(_postGis, 0.5));

    /// <summary>One round.</summary>
    public void Add(TimeSpan ours, TimeSpan first, TimeSpan cellsAlone, TimeSpan postGis)
    {
        _ours.Add(ours.TotalMilliseconds);
        _first.Add(first.TotalMilliseconds);
        _alone.Add(cellsAlone.TotalMilliseconds);
        _postGis.Add(postGis.TotalMilliseconds);
    }

    /// <summary>The row.</summary>
    public IReadOnlyList<string> ToRow(string name) =>
        [
            name,
            People.Count == 1 ? Whole(People[0]) : $"{Whole(People.Min())} – {Whole(People.Max())}",
            Whole(_ours.Count),
            Short(Of(_first, 0.5)),
            Short(Of(_alone, 0.5)),
            Short(Of(_ours, 0.5)),
            Short(Of(_ours, 0.99)),
            Short(Of(_postGis, 0.5)),
            Short(Of(_postGis, 0.99)),
            Ratio.ToString("F1", CultureInfo.InvariantCulture),
        ];

    private static double Of(List<double> times, double share)
    {
        double[] sorted = [.. times.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    private static string Short(double value) => value.ToString(value < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
