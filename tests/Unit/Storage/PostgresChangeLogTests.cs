using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresChangeLogTests(PostgresOfClass database) : ChangeLogTests, IClassFixture<PostgresOfClass>
{
    [Fact]
    public async Task ChangedSince_AMarkerTakenDuringATransaction_NamesWhomItChanged()
    {
        await Store.AddPeople(3);
        var postgres = ((PostgresStoreBench)Store).Database;
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var commit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = postgres.Write(async sql =>
        {
            await PostgresParticipantRows.Write(sql, StoreBench.Row(2) with { Version = 2 }, []);
            written.SetResult();
            await commit.Task;
            return new WriteStep<bool>(true, Keep: true);
        });
        await written.Task;

        // Another one comes later and is done earlier: the highest number would be one too far.
        await Write(StoreBench.Row(3) with { Version = 2 });
        var marker = await Store.Changes.Marker(10);
        commit.SetResult();
        await slow;

        Assert.Contains(StoreBench.Person(2), (await Store.Changes.ChangedSince(marker.Position, 10)).Participants);
    }

    [Fact]
    public async Task Mend_NumbersOfAnotherServer_AreBroughtDown()
    {
        await Store.AddPeople(3);
        await Store.Sql("update participant set changed_by_transaction = '999999999' where participant_id = $1", StoreBench.Person(2));
        Assert.Equal(1, await Store.Number(Future));

        await Store.Participants.Mend();
        Assert.Equal(0, await Store.Number(Future));
        Assert.Equal(3, await Store.Number("select count(*) from participant"));
    }

    private const string Future =
        "select count(*) from participant where changed_by_transaction >= pg_snapshot_xmax(pg_current_snapshot())";

    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());
}
