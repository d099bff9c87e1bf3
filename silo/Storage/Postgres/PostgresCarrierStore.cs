using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Stores leases of carriers in PostgreSQL.</summary>
internal sealed class PostgresCarrierStore(PostgresDatabase database) : ICarrierStore
{
    public async Task<StoredCarrier> Load(string carrier) =>
        await database.ReadSnapshot(async sql =>
        {
            var epochs = await sql.Query("select epoch from carrier where carrier = $1", row => row.GetInt64(0), carrier);
            var leases = await sql.Query(
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
        database.Write(async sql =>
        {
            var raised =
                leases.Epoch == 0
                    ? await sql.Execute("insert into carrier (carrier, epoch) values ($1, 1) on conflict (carrier) do nothing", carrier)
                    : await sql.Execute("update carrier set epoch = epoch + 1 where carrier = $1 and epoch = $2", carrier, leases.Epoch);
            if (raised == 0)
            {
                return new WriteStep<bool>(false, Keep: false);
            }

            await sql.Execute("delete from carrier_lease where carrier = $1", carrier);
            foreach (var lease in leases.Leases)
            {
                await sql.Execute(
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
