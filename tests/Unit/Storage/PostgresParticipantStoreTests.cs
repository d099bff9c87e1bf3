using Burgernet.Grains.Participants;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class PostgresParticipantStoreTests(PostgresOfClass database) : ParticipantStoreTests, IClassFixture<PostgresOfClass>
{
    [Fact]
    public async Task Erase_OfSomebody_LeavesNeitherKeyNorDataNorLookUpsInAnyTable()
    {
        var row = Full(1);
        await Write(row, cells: [7]);
        string[] secrets =
        [
            Convert.ToHexStringLower(row.Sealed!.WrappedKey),
            Convert.ToHexStringLower(row.Sealed.Data),
            .. row.Lookups.Select(lookup => Convert.ToHexStringLower(lookup.Hash.ToBytes())),
        ];
        var before = await Everything();
        Assert.All(secrets, secret => Assert.Contains(secret, before, StringComparison.Ordinal));
        Assert.All(
            new[] { "Fatima", "620000001", "570123456", "oorbeeld", "7411 KT", "7411KT", "Thuis" },
            secret => Assert.DoesNotContain(secret, before, StringComparison.OrdinalIgnoreCase)
        );

        await Write(ParticipantPolicy.Erase(row, StoreBench.At).Row!, cells: [7]);
        var after = await Everything();
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, after, StringComparison.Ordinal));
        Assert.Contains(row.Id.ToString(), after, StringComparison.Ordinal);
    }

    private protected override async Task<StoreBench> Open() => await PostgresStoreBench.Open(await database.ConnectionString());

    /// <summary>Every row of every table, as text; bytes are hexadecimal.</summary>
    private Task<string> Everything() =>
        ((PostgresStoreBench)Store).Database.Read(async sql =>
        {
            var tables = await sql.Query(
                "select quote_ident(tablename) from pg_tables where schemaname = 'public'",
                row => row.GetString(0)
            );
            var rows = new List<string>();
            foreach (var table in tables)
            {
                rows.AddRange(await sql.Query($"select t::text from {table} t", row => row.GetString(0)));
            }

            return string.Join('\n', rows);
        });
}
