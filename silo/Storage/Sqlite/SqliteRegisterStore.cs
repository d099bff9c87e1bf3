using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>What people read of the register, and that they did, in SQLite.</summary>
internal sealed class SqliteRegisterStore(SqliteDatabase database) : IRegisterStore, IAccessLog, IArticleReaders
{
    private const int ForgottenAtOnce = 10;

    public async Task<IReadOnlyList<ParticipantRow>> Search(RegisterQuery query, Guid? after, int limit) =>
        await database.Read(sql =>
        {
            var values = new List<object?> { after?.ToString("D") ?? "", limit };
            var where = string.Join(" and ", Conditions(query, values));
            return SqliteParticipantRows.ReadMany(
                sql,
                $"participant_id > $1 and erased_at is null and {where} order by participant_id limit $2",
                [.. values]
            );
        });

    public async Task<IReadOnlySet<Guid>> Among(IReadOnlyCollection<Guid> participants) =>
        (
            await database.Read(sql =>
                sql.Query(
                    "select participant_id from participant where status = 'active' and wants_articles = 1 and participant_id in (select value from json_each($1))",
                    row => row.Uuid(0),
                    SqliteLists.Of(participants)
                )
            )
        ).ToHashSet();

    public Task<long> Record(
        RegisterAccess access,
        DateTimeOffset at,
        IReadOnlyCollection<Guid> participants,
        DateTimeOffset forgetBefore
    ) =>
        database.Write(sql =>
        {
            sql.Execute(
                """
                delete from access_participant where record_no in
                  (select record_no from access_record where at < $1 order by at limit $2)
                """,
                forgetBefore,
                ForgottenAtOnce
            );
            sql.Execute(
                "delete from access_record where record_no in (select record_no from access_record where at < $1 order by at limit $2)",
                forgetBefore,
                ForgottenAtOnce
            );
            var taking = access.Act is RegisterAct.TookNewsletter or RegisterAct.TookResearch;
            var record = sql.Query(
                """
                insert into access_record (at, control_room, accessed_by, act, about, participants, complete)
                values ($1, $2, $3, $4, $5, $6, $7) returning record_no
                """,
                row => row.GetInt64(0),
                at,
                access.ControlRoom,
                access.By,
                StoredCodes.Of(access.Act),
                access.About,
                taking ? null : (long)participants.Count,
                !taking
            )[0];
            sql.Execute(
                "insert into access_participant (participant_id, record_no) select distinct value, $2 from json_each($1)",
                SqliteLists.Of(participants),
                record
            );
            return new WriteStep<long>(record, Keep: true);
        });

    public Task End(long record, long count, bool complete) =>
        database.Write(sql => new WriteStep<int>(
            sql.Execute("update access_record set participants = $2, complete = $3 where record_no = $1", record, count, complete),
            Keep: true
        ));

    private static IEnumerable<string> Conditions(RegisterQuery query, List<object?> values)
    {
        yield return query.WantArticles ? "wants_articles = 1" : "true";
        foreach (var lookup in query.Lookups)
        {
            yield return $"participant_id in (select participant_id from participant_lookup where hash = {Next(lookup.Hash.ToBytes())})";
        }

        if (query.Statuses.Count > 0)
        {
            yield return $"status in ({string.Join(", ", query.Statuses.Select(status => Next(StoredCodes.Of(status))))})";
        }

        if (query.Municipality is { } municipality)
        {
            yield return InMunicipality(Next(municipality));
        }

        if (query.Within is { } within)
        {
            yield return InMunicipality(string.Join(", ", within.Select(code => Next(code))));
        }

        string Next(object value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
    }

    private static string InMunicipality(string codes) =>
        $"participant_id in (select participant_id from location where municipality in ({codes}) and participant_id > $1)";
}
