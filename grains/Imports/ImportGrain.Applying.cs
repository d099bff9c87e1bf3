using Burgernet.Cells;
using Burgernet.Grains.Actions;
using Burgernet.Imports;

namespace Burgernet.Grains.Imports;

/// <summary>What an import does by itself once the file was taken. Every step can be repeated.</summary>
internal sealed partial class ImportGrain
{
    private void KeepTurning() =>
        _timer ??= this.RegisterGrainTimer(
            static (import, _) => import.DoTurn(),
            this,
            new GrainTimerCreationOptions(Turn, Turn) { KeepAlive = true, Interleave = true }
        );

    private async Task DoTurn()
    {
        if (_turning)
        {
            return;
        }

        _turning = true;
        try
        {
            await Advance();
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            // The store or a cell is away; where it stands is stored, and the next turn goes on.
            LogTurnFailed(logger, exception, Id);
        }
        finally
        {
            _turning = false;
        }
    }

    private async Task Advance()
    {
        if (_import is { State: ImportState.Receiving } && _run is not null && IsSilent())
        {
            await EndReceiving(ImportState.Refused, new ImportFileProblem(ImportFileProblemCode.UploadBroken));
        }

        while (_import is { State: ImportState.Applying, CancelAsked: false })
        {
            if (await store.ApplyNext(Id, HashChain.Now(time)) is not { } applied)
            {
                break;
            }

            _import = applied with { CancelAsked = applied.CancelAsked || _import.CancelAsked };
        }

        if (_import is { State: ImportState.Applying } && await store.Read(Id) is { } all)
        {
            // The store may have asked to cancel as well: rows that waited are gone when a database server crashed.
            await Move(ImportState.Applying, all with { State = ImportState.Reloading });
        }

        if (_import is { State: ImportState.Reloading } stored)
        {
            await Reload(await store.ReadTouchedCells(Id));
            var state = stored.CancelAsked ? ImportState.Cancelled : ImportState.Completed;
            await Move(ImportState.Reloading, stored with { State = state, EndedAt = HashChain.Now(time) });
            LogEnded(logger, Id, state, stored.Added, stored.Changed, stored.Unchanged, stored.Refused);
        }

        if (_import is null or { Ended: true })
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private bool IsSilent() => _heardAt != long.MaxValue && time.GetElapsedTime(_heardAt) > options.Value.UploadPatience;

    // Regions after cells: whoever finds a cell in a region finds the people in the cell.
    private async Task Reload(IReadOnlyList<ulong> cells)
    {
        foreach (var some in cells.Chunk(ReloadsAtOnce))
        {
            await Task.WhenAll(some.Select(cell => GrainFactory.GetGrain<IGeoCellGrain>((long)cell).Reload()));
        }

        foreach (var some in cells.Select(cell => CellMask.RegionOf(cell)).Distinct().Chunk(ReloadsAtOnce))
        {
            await Task.WhenAll(some.Select(region => GrainFactory.GetGrain<IRegionGrain>((long)region).Reload()));
        }
    }
}
