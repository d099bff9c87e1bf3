using Burgernet.Grains.Dialing;

namespace Burgernet.Tests.Scenarios.Nodes;

/// <summary>Shares of the voice carrier, whose storing a test can hold up: until then the dialers wait for their next one.</summary>
internal sealed class HeldCarrierStore(ICarrierStore inner) : ICarrierStore
{
    private TaskCompletionSource? _held;
    private int _waiting;

    /// <summary>How many steps have waited.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Hold() => Volatile.Write(ref _held, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Release() => Interlocked.Exchange(ref _held, null)?.SetResult();

    public Task<StoredCarrier> Load(string carrier) => inner.Load(carrier);

    public async Task<bool> Store(string carrier, StoredCarrier leases)
    {
        if (carrier == TestNode.Carrier && Volatile.Read(ref _held) is { } held)
        {
            Interlocked.Increment(ref _waiting);
            await held.Task;
        }

        return await inner.Store(carrier, leases);
    }

    public Task<IReadOnlyList<OpenClaim>> OpenClaims(string carrier, DateTimeOffset now, bool withNumbers) =>
        inner.OpenClaims(carrier, now, withNumbers);
}
