using Burgernet.Grains.Dialing;
using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresReceiptStoreTests(PostgresOfClass database) : ReceiptStoreTests, IClassFixture<PostgresOfClass>
{
    private const string Waiting =
        "select count(*) from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Of two receipts that wait, one text has its name; the other gets it while the first is being matched.</summary>
    [Fact]
    public async Task Match_ATextIsAcknowledgedMeanwhile_ItsReceiptWaitsForTheNext()
    {
        await Take("a", ReceiptState.Delivered);
        await Take("b", ReceiptState.Delivered);
        await Acknowledge("a");
        await using var source = NpgsqlDataSource.Create(await database.ConnectionString());
        await using var holder = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var hold = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Execute(holder, "select 1 from text_part where carrier_id = 'a' for update");

        var matching = Store.Receipts.MatchAcknowledged();
        await Eventually.Holds("the match waited for the first text", async () => await Store.Number(Waiting) > 0, Patience);
        await using (var other = await source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            await Execute(
                other,
                """
                insert into text_part (centre, carrier_id, action_id, message_no, participant_id, channel, attempt_no, lane, part_no, accepted_at)
                select centre, 'b', action_id, message_no, participant_id, channel, attempt_no, lane, 2, accepted_at from text_part where carrier_id = 'a'
                """
            );
        }

        await hold.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, await matching);
        Assert.Equal(1, await Store.Number("select count(*) from early_receipt"));
        Assert.Equal(1, await Store.Receipts.MatchAcknowledged());
        Assert.Equal(
            [("a", ReceiptState.Delivered), ("b", ReceiptState.Delivered)],
            (await Store.Receipts.ReadUntold(10))
                .OrderBy(part => part.CarrierId, StringComparer.Ordinal)
                .Select(part => (part.CarrierId, part.State))
        );
    }

    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
