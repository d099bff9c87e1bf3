using Burgernet.Grains.Participants;

namespace Burgernet.Grains.Cells;

/// <summary>Reads cells for all grains of a silo: cells that wait at the same time are read together. For any thread.</summary>
internal sealed class CellReads(ISubscriptionStore store, CellInstruments instruments, TimeProvider time) : ICellReads
{
    /// <summary>The most cells of one read: about 22,000 subscriptions.</summary>
    private const int MostCells = 500;

    /// <summary>The most reads at a time.</summary>
    private const int MostReads = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, TaskCompletionSource<PackedCell>> _waiting = [];
    private int _reads;

    public HoursPool Hours { get; } = new();

    public Task<PackedCell> Cell(ulong cell)
    {
        lock (_gate)
        {
            if (_waiting.TryGetValue(cell, out var waits))
            {
                return waits.Task;
            }

            waits = new TaskCompletionSource<PackedCell>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(cell, waits);
            if (_reads < MostReads)
            {
                // Not on the scheduler of the grain that happened to ask.
                _reads++;
                _ = Task.Run(ReadWaiting);
            }

            return waits.Task;
        }
    }

    public Task<IReadOnlyList<Subscription>> Participants(IReadOnlyCollection<Guid> participants) => store.ReadParticipants(participants);

    private async Task ReadWaiting()
    {
        while (Take() is { } taken)
        {
            try
            {
                var began = time.GetTimestamp();
                var rows = await store.ReadCells(taken.Keys);
                HandOut(rows, taken);
                instruments.CellsRead(taken.Count, time.GetElapsedTime(began));
            }
            catch (Exception exception)
            {
                // Whatever the reason: it belongs to those who wait.
                foreach (var waits in taken.Values)
                {
                    waits.TrySetException(exception);
                }
            }
        }
    }

    private Dictionary<ulong, TaskCompletionSource<PackedCell>>? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _reads--;
                return null;
            }

            var taken = new Dictionary<ulong, TaskCompletionSource<PackedCell>>(_waiting.Take(MostCells));
            foreach (var cell in taken.Keys)
            {
                _waiting.Remove(cell);
            }

            return taken;
        }
    }

    private void HandOut(IReadOnlyList<Subscription> rows, Dictionary<ulong, TaskCompletionSource<PackedCell>> taken)
    {
        foreach (var (cell, subscriptions) in CellRuns.Of(rows))
        {
            taken[cell].SetResult(PackedCell.Of(subscriptions, Hours));
        }

        foreach (var waits in taken.Values)
        {
            // Nobody was read for those that are left.
            waits.TrySetResult(PackedCell.Empty);
        }
    }
}
