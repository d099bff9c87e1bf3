namespace Burgernet.Practice;

/// <summary>The SMSC's record: in memory and, where a file is set, there too. Used under the centre's lock.</summary>
internal sealed class PracticeSmsBook : IAsyncDisposable
{
    private readonly Dictionary<long, PracticeSubmission> _waiting = [];
    private readonly Queue<PracticeSubmission> _ended = new();
    private readonly Dictionary<long, PracticeSubmission> _endedById = [];
    private readonly Queue<PracticeSmsRecord> _refused = new();
    private readonly PracticeRecordWriter<PracticeSmsRecord>? _writer;
    private readonly int _kept;

    public PracticeSmsBook(string? path, int kept, TimeProvider time)
    {
        _kept = kept;
        _writer = path is null ? null : new PracticeRecordWriter<PracticeSmsRecord>(path, PracticeRecordJson.Default.PracticeSmsRecord);
        Run = PracticeRun.Name(time);
    }

    /// <summary>Names this run in each line.</summary>
    public string Run { get; }

    /// <summary>Why the file is no longer written; null while it is, or where there is none.</summary>
    public Exception? Failure => _writer?.Failure;

    /// <summary>Segments that have not reached their end.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>A segment was taken.</summary>
    public void Begin(PracticeSubmission submission)
    {
        _waiting.Add(submission.Id, submission);
        _writer?.Write(submission.Record);
    }

    /// <summary>A segment was refused.</summary>
    public void Refuse(PracticeSmsRecord record)
    {
        _refused.Enqueue(record);
        if (_refused.Count > _kept)
        {
            _ = _refused.Dequeue();
        }

        _writer?.Write(record);
    }

    /// <summary>Something that a witness must know happened to a segment.</summary>
    public void Note(PracticeSubmission submission) => _writer?.Write(submission.Record);

    /// <summary>A segment reached its end.</summary>
    public void End(PracticeSubmission submission)
    {
        _ = _waiting.Remove(submission.Id);
        if (_kept > 0)
        {
            _ended.Enqueue(submission);
            _endedById[submission.Id] = submission;
            if (_ended.Count > _kept)
            {
                _ = _endedById.Remove(_ended.Dequeue().Id);
            }
        }

        _writer?.Write(submission.Record);
    }

    /// <summary>A segment that waits, or that ended not too long ago; null otherwise.</summary>
    public PracticeSubmission? Find(long id) => _waiting.GetValueOrDefault(id) ?? _endedById.GetValueOrDefault(id);

    /// <summary>All segments as known now, in the order of their submits.</summary>
    public IReadOnlyList<PracticeSmsRecord> Snapshot()
    {
        var records = new List<PracticeSmsRecord>(_waiting.Count + _ended.Count + _refused.Count);
        records.AddRange(_waiting.Values.Select(static one => one.Record));
        records.AddRange(_ended.Select(static one => one.Record));
        records.AddRange(_refused);
        records.Sort(static (a, b) => a.Sequence.CompareTo(b.Sequence));
        return records;
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
