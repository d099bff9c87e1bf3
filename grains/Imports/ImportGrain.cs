using Burgernet.Grains.Actions;
using Burgernet.Grains.Participants;
using Burgernet.Imports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Burgernet.Grains.Imports;

/// <summary>
/// Key: the import's id. While a file arrives its pieces come one after the other; looking and cancelling interleave with them, and with the timer that puts rows into the register
/// and wakes the cells. Where the import stands is in the store at every step: another activation goes on from there.
/// </summary>
[GrainType("import")]
internal sealed partial class ImportGrain(
    IImportStore store,
    ProfilePolicy profiles,
    ParticipantRows rows,
    PersonalSeal seal,
    IOptions<RegisterOptions> register,
    IOptions<ImportOptions> options,
    TimeProvider time,
    ILogger<ImportGrain> logger
) : Grain, IImportGrain, IAsyncDisposable
{
    /// <summary>As many as are read together, twice.</summary>
    private const int ReloadsAtOnce = 1_000;

    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    private ImportSnapshot? _import;
    private ImportRun? _run;
    private IGrainTimer? _timer;
    private long _heardAt;
    private bool _turning;

    private Guid Id => this.GetPrimaryKey();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _import = await store.Read(Id);

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }
    }

    public async Task<ImportReply> Begin(ImportOrder order)
    {
        await EndWhatWasLeft();
        if (_import is not null && _import.State != ImportState.Interrupted)
        {
            return _import.Order.ControlRoom == order.ControlRoom ? new(_import, Repeated: true) : new(null);
        }

        var import = new ImportSnapshot
        {
            Id = Id,
            Order = order,
            State = ImportState.Receiving,
            StartedAt = HashChain.Now(time),
        };
        await store.Forget(import.StartedAt - options.Value.KeepReports);
        if (!await store.Begin(import))
        {
            await Wake(await store.ListRunning());
            return new(null, Busy: true);
        }

        var groups = register.Value.TargetGroups.ToDictionary(
            group => group.Id,
            group => 1UL << group.Bit,
            StringComparer.OrdinalIgnoreCase
        );
        _import = import;
        _run = new ImportRun(
            import,
            header => new ImportReading(order, header, profiles, rows, seal, groups, import.StartedAt),
            store,
            options.Value,
            time
        );
        _heardAt = time.GetTimestamp();
        KeepTurning();
        LogBegun(logger, Id, order.ControlRoom, order.By, order.Source);
        return new(Seen());
    }

    public async Task<ImportSnapshot> Append(ImportPiece piece)
    {
        await EndWhatWasLeft();
        if (_run is { } run && piece.Offset == run.Import.Bytes)
        {
            _heardAt = time.GetTimestamp();
            await run.Append(piece.Bytes);
            _heardAt = time.GetTimestamp();
            if (run.Problem is { } problem)
            {
                await EndReceiving(ImportState.Refused, problem);
            }
        }

        return Known();
    }

    public async Task<ImportSnapshot> Complete(long length, string? sha256)
    {
        await EndWhatWasLeft();
        if (_run is not { } run)
        {
            return Known();
        }

        if (run.Import.Bytes != length)
        {
            await EndReceiving(ImportState.Refused, new ImportFileProblem(ImportFileProblemCode.UploadBroken));
            return Known();
        }

        _heardAt = long.MaxValue;
        var found = await run.Complete(sha256);
        if (_run is null)
        {
            // Cancelled while the last rows were read.
            return Known();
        }

        if (run.Problem is { } problem)
        {
            await EndReceiving(ImportState.Refused, problem);
            return Known();
        }

        var taken = run.Import with { State = ImportState.Applying, Sha256 = found };
        await EndRun();
        await Move(ImportState.Receiving, taken);
        LogTaken(logger, Id, taken.Rows, taken.Refused);
        return Known();
    }

    public Task Break() =>
        _run is null ? Task.CompletedTask : EndReceiving(ImportState.Refused, new ImportFileProblem(ImportFileProblemCode.UploadBroken));

    public async Task<ImportReply> Cancel(string controlRoom)
    {
        if (_import is null || _import.Order.ControlRoom != controlRoom)
        {
            return new(null);
        }

        if (_import.State == ImportState.Receiving)
        {
            await EndReceiving(_run is null ? ImportState.Interrupted : ImportState.Cancelled, problem: null);
        }
        else if (_import.State == ImportState.Applying)
        {
            await store.AskCancel(Id);
            _import = _import with { CancelAsked = true };
        }

        return new(Seen());
    }

    public async Task<ImportReply> Get(string controlRoom)
    {
        await EndWhatWasLeft();
        return new(_import is not null && _import.Order.ControlRoom == controlRoom ? Seen() : null);
    }

    public async Task<ImportRefusalPage> ReadRefusals(string? after, int limit)
    {
        var refusals = await store.ReadRefusals(Id, RefusalPlace.Parse(after), limit);
        return new ImportRefusalPage(
            [.. refusals.Select(refusal => refusal.Refusal)],
            refusals.Count == limit ? refusals[^1].Place.ToString() : null
        );
    }

    public async Task Resume()
    {
        await EndWhatWasLeft();
        if (_import is { Ended: false })
        {
            KeepTurning();
        }
    }

    private ImportSnapshot? Seen() =>
        _run is { } run ? run.Import with { State = _import!.State, CancelAsked = _import.CancelAsked } : _import;

    private ImportSnapshot Known() => Seen() ?? throw new InvalidOperationException("An import that was never begun");

    private Task Wake(IEnumerable<Guid> imports) =>
        Task.WhenAll(imports.Where(import => import != Id).Select(import => GrainFactory.GetGrain<IImportGrain>(import).Resume()));

    /// <summary>Pieces of a file that another activation was reading are lost with it.</summary>
    private async Task EndWhatWasLeft()
    {
        if (_import?.State == ImportState.Receiving && _run is null)
        {
            await EndReceiving(ImportState.Interrupted, problem: null);
        }
    }

    private async Task EndReceiving(ImportState state, ImportFileProblem? problem)
    {
        var import = Known() with { State = state, Problem = problem, EndedAt = HashChain.Now(time) };
        await EndRun();
        await Move(ImportState.Receiving, import);
        LogNotTaken(logger, Id, state, problem?.Code);
    }

    private async Task EndRun()
    {
        if (_run is { } run)
        {
            _import = Known();
            _run = null;
            await run.DisposeAsync();
        }
    }

    private async Task Move(ImportState from, ImportSnapshot to) => _import = await store.Move(from, to) ? to : await store.Read(Id);
}
