using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>What people read of the register, and that they did, in PostgreSQL.</summary>
internal sealed class PostgresRegisterStore(PostgresDatabase database) : IRegisterStore, IAccessLog, IArticleReaders
{
    private const long ForgottenAtOnce = 10;

    public async Task<IReadOnlyList<ParticipantRow>> Search(RegisterQuery query, Guid? after, int limit) =>
        await database.ReadSnapshot(async sql =>
        {
            // A rare status may be looked for among everybody.
            await sql.Allow(TimeSpan.FromMinutes(1));
            var values = new List<object?> { after ?? Guid.Empty, (long)limit };
            var where = string.Join(" and ", Conditions(query, values));
            return await PostgresParticipantRows.ReadMany(
                sql,
                $"participant_id > $1 and erased_at is null and {where} order by participant_id limit $2",
                [.. values]
            );
        });

    public async Task<IReadOnlySet<Guid>> Among(IReadOnlyCollection<Guid> participants) =>
        (
            await database.Look(sql =>
                sql.Query(
                    "select participant_id from participant where status = 'active' and wants_articles and participant_id = any ($1)",
                    row => row.Uuid(0),
                    participants.ToArray()
                )
            )
        ).ToHashSet();

    public Task<long> Record(
        RegisterAccess access,
        DateTimeOffset at,
        IReadOnlyCollection<Guid> participants,
        DateTimeOffset forgetBefore
    ) =>
        database.Write(async sql =>
        {
            await sql.Execute(
                """
                delete from access_record where record_no = any
                  (array(select record_no from access_record where at < $1 order by at limit $2 for update skip locked))
                """,
                forgetBefore,
                ForgottenAtOnce
            );
            var taking = access.Act is RegisterAct.TookNewsletter or RegisterAct.TookResearch;
            var record = (
                await sql.Query(
                    """
                    insert into access_record (at, control_room, accessed_by, act, about, participants, complete)
                    values ($1, $2, $3, $4, $5, case when $6 then null else $7 end, not $6) returning record_no
                    """,
                    row => row.GetInt64(0),
                    at,
                    access.ControlRoom,
                    access.By,
                    StoredCodes.Of(access.Act),
                    access.About,
                    taking,
                    (long)participants.Count
                )
            )[0];
            await sql.Execute(
                "insert into access_participant (participant_id, record_no) select distinct p.id, $2 from unnest($1) as p (id)",
                participants.ToArray(),
                record
            );
            return new WriteStep<long>(record, Keep: true);
        });

    public Task End(long record, long count, bool complete) =>
        database.Write(async sql => new WriteStep<int>(
            await sql.Execute("update access_record set participants = $2, complete = $3 where record_no = $1", record, count, complete),
            Keep: true
        ));

    private static IEnumerable<string> Conditions(RegisterQuery query, List<object?> values)
    {
        yield return query.WantArticles ? "wants_articles" : "true";
        foreach (var lookup in query.Lookups)
        {
            yield return $"participant_id in (select participant_id from participant_lookup where hash = {Next(lookup.Hash.ToBytes())})";
        }

        if (query.Statuses.Count > 0)
        {
            yield return $"status = any ({Next(query.Statuses.Select(StoredCodes.Of).ToArray())})";
        }

        if (query.Municipality is { } municipality)
        {
            yield return InMunicipality($"= {Next(municipality)}");
        }

        if (query.Within is { } within)
        {
            yield return InMunicipality($"= any ({Next(within.ToArray())})");
        }

        string Next(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    private static string InMunicipality(string condition) =>
        $"participant_id in (select participant_id from location where municipality {condition} and participant_id > $1)";
}
