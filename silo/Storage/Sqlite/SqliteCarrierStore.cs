using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Stores leases of carriers in SQLite.</summary>
internal sealed class SqliteCarrierStore(SqliteDatabase database) : ICarrierStore
{
    public async Task<StoredCarrier> Load(string carrier) =>
        await database.Read(sql =>
        {
            var epochs = sql.Query("select epoch from carrier where carrier = $1", row => row.GetInt64(0), carrier);
            var leases = sql.Query(
                """
                select prefix, dialer, channels, calls_per_second, calls_under_way, valid_until
                from carrier_lease where carrier = $1 order by prefix, dialer
                """,
                StoredCarriers.Lease,
                carrier
            );
            return new StoredCarrier(epochs.FirstOrDefault(), leases);
        });

    public Task<bool> Store(string carrier, StoredCarrier leases) =>
        database.Write(sql =>
        {
            var raised =
                leases.Epoch == 0
                    ? sql.Execute("insert into carrier (carrier, epoch) values ($1, 1) on conflict (carrier) do nothing", carrier)
                    : sql.Execute("update carrier set epoch = epoch + 1 where carrier = $1 and epoch = $2", carrier, leases.Epoch);
            if (raised == 0)
            {
                return new WriteStep<bool>(false, Keep: false);
            }

            sql.Execute("delete from carrier_lease where carrier = $1", carrier);
            foreach (var lease in leases.Leases)
            {
                sql.Execute(
                    """
                    insert into carrier_lease (carrier, prefix, dialer, channels, calls_per_second, calls_under_way, valid_until)
                    values ($1, $2, $3, $4, $5, $6, $7)
                    """,
                    StoredCarriers.Values(carrier, lease)
                );
            }

            return new WriteStep<bool>(true, Keep: true);
        });

    public async Task<IReadOnlyList<OpenClaim>> OpenClaims(string carrier, DateTimeOffset now, bool withNumbers) =>
        await database.Read(sql =>
            sql.Query(
                withNumbers ? StoredCarriers.OpenClaimsWithNumbers : StoredCarriers.OpenClaims,
                row => StoredCarriers.OpenClaim(row, withNumbers),
                carrier,
                now
            )
        );
}
