namespace Burgernet.Practice;

/// <summary>The carrier's record of its calls: in memory and, where a file is set, there too.</summary>
internal sealed class PracticeBook : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, PracticeCall> _live = [];
    private readonly Queue<PracticeCallRecord> _finished = new();
    private readonly PracticeRecordWriter<PracticeCallRecord>? _writer;
    private readonly int _kept;

    public PracticeBook(string? path, int kept, TimeProvider time)
    {
        _kept = kept;
        _writer = path is null ? null : new PracticeRecordWriter<PracticeCallRecord>(path, PracticeRecordJson.Default.PracticeCallRecord);
        Run = PracticeRun.Name(time);
    }

    /// <summary>Names this run in each line.</summary>
    public string Run { get; }

    /// <summary>Why the file is no longer written; null while it is, or where there is none.</summary>
    public Exception? Failure => _writer?.Failure;

    /// <summary>A call got a channel.</summary>
    public void Begin(PracticeCall call, PracticeCallRecord asKnown)
    {
        lock (_lock)
        {
            _live.Add(asKnown.Sequence, call);
        }

        _writer?.Write(asKnown);
    }

    /// <summary>Something that a witness must know happened to a call that goes on.</summary>
    public void Note(PracticeCallRecord asKnown) => _writer?.Write(asKnown);

    /// <summary>A call is over, or was refused at once.</summary>
    public void Finish(PracticeCallRecord record)
    {
        lock (_lock)
        {
            _ = _live.Remove(record.Sequence);
            _finished.Enqueue(record);
            while (_finished.Count > _kept)
            {
                _ = _finished.Dequeue();
            }
        }

        _writer?.Write(record);
    }

    /// <summary>The calls that go on.</summary>
    public PracticeCall[] Live()
    {
        lock (_lock)
        {
            return [.. _live.Values];
        }
    }

    /// <summary>All calls as known now, in the order of their INVITEs.</summary>
    public IReadOnlyList<PracticeCallRecord> Snapshot()
    {
        PracticeCall[] live;
        List<PracticeCallRecord> records;
        lock (_lock)
        {
            live = [.. _live.Values];
            records = [.. _finished];
        }

        // Outside the lock: a call reports to the book while it holds its own.
        records.AddRange(live.Select(call => call.Snapshot()));
        records.Sort(static (a, b) => a.Sequence.CompareTo(b.Sequence));
        return records;
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
