using Burgernet.Grains.Coverage;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Counts the register in PostgreSQL.</summary>
internal sealed class PostgresCoverageStore(PostgresDatabase database) : ICoverageStore
{
    public Task<IReadOnlyList<MunicipalityCount>> CountByMunicipality() =>
        Count(sql =>
            sql.Query(
                """
                select l.municipality, count(distinct l.participant_id)::integer
                from location l join participant p on p.participant_id = l.participant_id
                where p.status = 'active' group by l.municipality
                """,
                row => new MunicipalityCount(row.TextOrNull(0), row.GetInt32(1))
            )
        );

    public Task<IReadOnlyList<MonthlyCount>> CountByMonth(DateOnly since) =>
        Count(sql =>
            sql.Query(
                """
                select municipality, month, sum(joined)::integer, sum(gone)::integer from (
                  select l.municipality, date_trunc('month', p.created_at at time zone 'UTC')::date as month,
                    count(distinct l.participant_id) as joined, 0 as gone
                  from location l join participant p on p.participant_id = l.participant_id
                  where p.created_at >= $1 and p.status <> 'pending' group by 1, 2
                  union all
                  select l.municipality, date_trunc('month', p.left_at at time zone 'UTC')::date, 0, count(distinct l.participant_id)
                  from location l join participant p on p.participant_id = l.participant_id
                  where p.left_at >= $1 group by 1, 2) as months
                group by municipality, month
                """,
                row => new MonthlyCount(row.TextOrNull(0), row.GetFieldValue<DateOnly>(1), row.GetInt32(2), row.GetInt32(3)),
                new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            )
        );

    public Task<IReadOnlyList<CellCount>> CountByCell() =>
        Count(sql =>
            sql.Query(
                """
                select l.cell, count(distinct l.participant_id)::integer
                from location l join participant p on p.participant_id = l.participant_id
                where p.status = 'active' group by l.cell order by l.cell
                """,
                row => new CellCount((ulong)row.GetInt64(0), row.GetInt32(1))
            )
        );

    // It looks at everybody: the limit of ordinary statements is too short for a country.
    private async Task<IReadOnlyList<T>> Count<T>(Func<PostgresStatements, Task<List<T>>> read) =>
        await database.ReadSnapshot(async sql =>
        {
            await sql.Allow(TimeSpan.FromMinutes(1));
            return await read(sql);
        });
}
