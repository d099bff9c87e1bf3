namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteParticipantStoreTests : ParticipantStoreTests
{
    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
