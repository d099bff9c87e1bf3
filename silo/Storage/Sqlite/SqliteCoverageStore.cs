using System.Globalization;
using Burgernet.Grains.Coverage;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Counts the register in SQLite.</summary>
internal sealed class SqliteCoverageStore(SqliteDatabase database) : ICoverageStore
{
    public async Task<IReadOnlyList<MunicipalityCount>> CountByMunicipality() =>
        await database.Read(sql =>
            sql.Query(
                """
                select l.municipality, count(distinct l.participant_id)
                from location l join participant p on p.participant_id = l.participant_id
                where p.status = 'active' group by l.municipality
                """,
                row => new MunicipalityCount(row.TextOrNull(0), row.GetInt32(1))
            )
        );

    public async Task<IReadOnlyList<MonthlyCount>> CountByMonth(DateOnly since) =>
        await database.Read(sql =>
            sql.Query(
                """
                select municipality, month, sum(joined), sum(gone) from (
                  select l.municipality as municipality, strftime('%Y-%m-01', p.created_at / 1000000, 'unixepoch') as month,
                    count(distinct l.participant_id) as joined, 0 as gone
                  from location l join participant p on p.participant_id = l.participant_id
                  where p.created_at >= $1 and p.status <> 'pending' group by 1, 2
                  union all
                  select l.municipality, strftime('%Y-%m-01', p.left_at / 1000000, 'unixepoch'), 0, count(distinct l.participant_id)
                  from location l join participant p on p.participant_id = l.participant_id
                  where p.left_at >= $1 group by 1, 2)
                group by municipality, month
                """,
                row => new MonthlyCount(
                    row.TextOrNull(0),
                    DateOnly.ParseExact(row.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    row.GetInt32(2),
                    row.GetInt32(3)
                ),
                new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            )
        );

    public async Task<IReadOnlyList<CellCount>> CountByCell() =>
        await database.Read(sql =>
            sql.Query(
                """
                select l.cell, count(distinct l.participant_id)
                from location l join participant p on p.participant_id = l.participant_id
                where p.status = 'active' group by l.cell order by l.cell
                """,
                row => new CellCount((ulong)row.GetInt64(0), row.GetInt32(1))
            )
        );
}
