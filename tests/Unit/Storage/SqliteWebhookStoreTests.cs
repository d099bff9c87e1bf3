namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteWebhookStoreTests : WebhookStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
