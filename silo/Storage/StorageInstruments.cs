using System.Diagnostics.Metrics;

namespace Burgernet.Silo.Storage;

/// <summary>What storing measures (meter <c>Burgernet.Storage</c>). No labels: a node has one database.</summary>
internal sealed class StorageInstruments
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Burgernet.Storage";

    private readonly Histogram<double> _stored;
    private readonly Counter<long> _rows;
    private readonly Counter<long> _unavailable;
    private volatile bool _away;

    /// <summary>Makes the instruments.</summary>
    public StorageInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _stored = meter.CreateHistogram<double>(
            "burgernet.lane.groups.stored",
            "s",
            "Time to store a group of lanes' steps, its commit included"
        );
        _rows = meter.CreateCounter<long>("burgernet.lane.rows.stored", "{row}", "Rows of lanes' steps that were stored");
        _unavailable = meter.CreateCounter<long>("burgernet.storage.unavailable", "{request}", "Requests that the database did not answer");
        meter.CreateObservableGauge(
            "burgernet.storage.away",
            () => _away ? 1 : 0,
            description: "1 from a request that the database did not answer until one that it did; else 0"
        );
    }

    /// <summary>A group of lanes' steps was stored.</summary>
    public void GroupStored(int rows, TimeSpan after)
    {
        _rows.Add(rows);
        _stored.Record(after.TotalSeconds);
    }

    /// <summary>The database did not answer.</summary>
    public void NotAnswered()
    {
        _away = true;
        _unavailable.Add(1);
    }

    /// <summary>The database answers again.</summary>
    public void Answered() => _away = false;
}
