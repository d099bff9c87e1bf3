using System.Diagnostics.Metrics;

namespace Burgernet.Grains.Cells;

/// <summary>What cells and searches measure (meter <c>Burgernet.Cells</c>). No labels: never a cell or a position.</summary>
public sealed class CellInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Cells";

    private readonly Histogram<double> _searched;
    private readonly Counter<long> _found;
    private readonly Histogram<double> _read;
    private readonly Counter<long> _cellsRead;
    private readonly Counter<long> _filled;
    private readonly Counter<long> _cellsFilled;

    /// <summary>Makes the instruments.</summary>
    public CellInstruments(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        _searched = meter.CreateHistogram<double>(
            "burgernet.cells.searched",
            "s",
            "Time to search an area to the end, whoever takes the people included"
        );
        _found = meter.CreateCounter<long>("burgernet.cells.found", "{person}", "People that searches found");
        _read = meter.CreateHistogram<double>("burgernet.cells.read", "s", "Time of a grouped read of cells");
        _cellsRead = meter.CreateCounter<long>(
            "burgernet.cells.read.cells",
            "{cell}",
            "Cells that were read from the register after the warm-up or before it"
        );
        _filled = meter.CreateCounter<long>("burgernet.cells.filled", "{subscription}", "Subscriptions that warm-ups brought to cells");
        _cellsFilled = meter.CreateCounter<long>("burgernet.cells.filled.cells", "{cell}", "Cells that warm-ups filled");
    }

    /// <summary>An area was searched to the end.</summary>
    public void AreaSearched(int people, TimeSpan elapsed)
    {
        _searched.Record(elapsed.TotalSeconds);
        _found.Add(people);
    }

    /// <summary>Cells were read together.</summary>
    public void CellsRead(int cells, TimeSpan elapsed)
    {
        _read.Record(elapsed.TotalSeconds);
        _cellsRead.Add(cells);
    }

    /// <summary>A warm-up filled cells.</summary>
    public void CellsFilled(int cells, int subscriptions)
    {
        _cellsFilled.Add(cells);
        _filled.Add(subscriptions);
    }
}
