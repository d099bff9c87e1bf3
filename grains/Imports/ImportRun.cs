using System.Security.Cryptography;
using System.Threading.Channels;
using Burgernet.Grains.Actions;
using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>Takes the pieces of one file: splits them into lines, has workers read and seal these, and stores the rows in the order of their lines.</summary>
/// <remarks>
/// Whoever appends waits when the workers or the store cannot keep up, so what is in memory is bounded: some batches of lines, one chunk of rows,
/// and some 80 bytes for each row so far, by which doubles are found.
/// </remarks>
internal sealed class ImportRun : IAsyncDisposable
{
    /// <summary>Longest line in bytes: five locations with all that may stand in them take a quarter of it.</summary>
    public const int LongestLine = 16_384;

    private const int BatchBytes = 60_000;
    private const int BatchesAhead = 4;
    private const int StoreTries = 6;

    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(2);

    private readonly Func<ImportHeader, ImportReading> _readingOf;
    private readonly IImportStore _store;
    private readonly ImportOptions _options;
    private readonly TimeProvider _time;
    private readonly CsvLines _lines = new(LongestLine, BatchBytes);
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ImportDuplicates _duplicates = new();
    private readonly Channel<Task<ReadLines>> _read;
    private readonly SemaphoreSlim _workers;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _storing;
    private readonly List<StagedRow> _rows = [];
    private readonly List<ImportRefusal> _refusals = [];
    private volatile ImportSnapshot _import;
    private volatile ImportFileProblem? _problem;
    private ImportReading? _reading;
    private long _bytes;
    private int _chunk;

    /// <summary>Begins.</summary>
    /// <param name="import">The import; receiving, with no rows.</param>
    /// <param name="readingOf">Reads lines under a header.</param>
    /// <param name="store">Where rows wait.</param>
    /// <param name="options">How much at a time.</param>
    /// <param name="time">For pauses when the store is away.</param>
    public ImportRun(
        ImportSnapshot import,
        Func<ImportHeader, ImportReading> readingOf,
        IImportStore store,
        ImportOptions options,
        TimeProvider time
    )
    {
        (_import, _readingOf, _store, _options, _time) = (import, readingOf, store, options, time);
        _workers = new SemaphoreSlim(options.Workers);
        _read = Channel.CreateBounded<Task<ReadLines>>(options.Workers + BatchesAhead);
        _storing = Task.Run(() => StoreAll(_stop.Token));
    }

    /// <summary>The import with its counts so far.</summary>
    public ImportSnapshot Import => _import with { Bytes = Interlocked.Read(ref _bytes) };

    /// <summary>Why the file is refused as a whole, as far as is known yet.</summary>
    public ImportFileProblem? Problem => _problem;

    /// <summary>Takes a piece; one after the other.</summary>
    /// <exception cref="StoreUnavailableException">The store did not take rows for too long.</exception>
    public async Task Append(ReadOnlyMemory<byte> piece)
    {
        _sha256.AppendData(piece.Span);
        Interlocked.Add(ref _bytes, piece.Length);
        var batches = new List<CsvBatch>();
        _lines.Append(piece.Span, batches);
        await Hand(batches);
    }

    /// <summary>The file has ended: returns when all of it is stored, or refused.</summary>
    /// <param name="sha256">What its SHA-256 must be, or null.</param>
    /// <returns>SHA-256 of what came; empty where it was stopped meanwhile.</returns>
    /// <exception cref="StoreUnavailableException">The store did not take rows for too long.</exception>
    public async Task<string> Complete(string? sha256)
    {
        var batches = new List<CsvBatch>();
        _lines.Complete(batches);
        await Hand(batches);
        _read.Writer.TryComplete();
        await Stored();
        if (_stop.IsCancellationRequested)
        {
            return "";
        }

        var found = Convert.ToHexStringLower(_sha256.GetHashAndReset());
        if (sha256 is not null && sha256 != found)
        {
            _problem = new ImportFileProblem(ImportFileProblemCode.DigestDiffers);
        }
        else if (_import.Rows == 0)
        {
            _problem ??= new ImportFileProblem(ImportFileProblemCode.Empty);
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await Stored();
            while (_read.Reader.TryRead(out var work))
            {
                await work;
            }
        }
        catch (StoreUnavailableException)
        {
            // Whoever waited for it heard; here nobody wants it any more.
        }

        _sha256.Dispose();
        _workers.Dispose();
        _stop.Dispose();
    }

    /// <summary>Waits until the storing side has ended: of itself, with an exception that is to be told here, or because it was stopped.</summary>
    private async Task Stored()
    {
        try
        {
            await _storing;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Asked for.
        }
    }

    private async Task Hand(List<CsvBatch> batches)
    {
        foreach (var batch in batches)
        {
            if (_problem is not null)
            {
                return;
            }

            var lines = _reading is null ? ReadHeader(batch) : batch;
            if (_reading is { } reading && !await Enqueue(reading, lines))
            {
                await Stored();
                return;
            }
        }
    }

    private async Task<bool> Enqueue(ImportReading reading, CsvBatch lines)
    {
        while (!_stop.IsCancellationRequested && await _read.Writer.WaitToWriteAsync())
        {
            await _workers.WaitAsync();
            var work = Task.Run(() =>
            {
                try
                {
                    return reading.Read(lines);
                }
                finally
                {
                    _workers.Release();
                }
            });
            if (_read.Writer.TryWrite(work))
            {
                return true;
            }

            await work;
        }

        return false;
    }

    private CsvBatch ReadHeader(CsvBatch batch)
    {
        var line = batch.Lines[0];
        var bytes = batch.Of(line);
        ImportFileProblem? problem;
        if (line.End == CsvLineEnd.TooLong)
        {
            problem = new ImportFileProblem(ImportFileProblemCode.NoHeader) { Line = line.Number };
        }
        else if (Encodings.ProblemOf(bytes, isEnd: false) is { } encoding)
        {
            problem = new ImportFileProblem(encoding) { Line = line.Number };
        }
        else if (ImportHeader.Read(bytes, out problem) is { } header)
        {
            _reading = _readingOf(header);
        }

        _problem = problem;
        return batch with { Lines = [.. batch.Lines.Skip(1)] };
    }

    private async Task StoreAll(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var work in _read.Reader.ReadAllAsync(cancellationToken))
            {
                if (!Take(await work))
                {
                    break;
                }

                if (_rows.Count + _refusals.Count >= _options.ChunkRows)
                {
                    await Store(cancellationToken);
                }
            }

            if (_problem is null && _rows.Count + _refusals.Count > 0)
            {
                await Store(cancellationToken);
            }
        }
        finally
        {
            _read.Writer.TryComplete();
        }
    }

    private bool Take(ReadLines read)
    {
        var refused = _refusals.Count;
        _refusals.AddRange(read.Refusals);
        foreach (var row in read.Rows)
        {
            if (_duplicates.IsFirst(row, _refusals))
            {
                _rows.Add(row);
            }
        }

        var lines = _refusals.Skip(refused).Select(refusal => refusal.Line).Distinct().Count();
        _import = _import with { Rows = _import.Rows + read.Lines, Refused = _import.Refused + lines };
        _problem =
            read.Problem
            ?? (
                _import.Rows > _options.MostRows
                    ? new ImportFileProblem(ImportFileProblemCode.TooManyRows) { Most = _options.MostRows }
                    : _problem
            );
        return _problem is null;
    }

    private async Task Store(CancellationToken cancellationToken)
    {
        _chunk++;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await _store.Stage(_import.Id, _chunk, Import, _rows, _refusals);
                break;
            }
            catch (StoreUnavailableException) when (attempt < StoreTries)
            {
                await Task.Delay(StorePause, _time, cancellationToken);
            }
        }

        _rows.Clear();
        _refusals.Clear();
    }
}
