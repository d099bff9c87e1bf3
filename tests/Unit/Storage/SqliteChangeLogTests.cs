using Burgernet.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteChangeLogTests : ChangeLogTests
{
    [Fact]
    public async Task ChangedSince_AMarker_NamesNobodyElse()
    {
        await Store.AddPeople(5);
        var marker = await Store.Changes.Marker(10);
        Assert.Empty((await Store.Changes.ChangedSince(marker.Position, 10)).Participants);

        await Write(StoreBench.Row(2) with { Version = 2, Status = ParticipantStatus.Left });
        Assert.Equal([StoreBench.Person(2)], (await Store.Changes.ChangedSince(marker.Position, 10)).Participants);
    }

    private protected override Task<StoreBench> Open() => Task.FromResult<StoreBench>(new SqliteStoreBench());
}
