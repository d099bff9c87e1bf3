using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>Tests that hold for the stores of every provider; who derives says which.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private StoreBench? _store;

    private protected StoreBench Store => _store ?? throw new InvalidOperationException("The stores were not opened");

    public virtual async ValueTask InitializeAsync() => _store = await Open();

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected abstract Task<StoreBench> Open();
}
