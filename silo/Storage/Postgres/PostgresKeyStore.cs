using Burgernet.Grains.Participants;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>The wrapped keys of the register in PostgreSQL.</summary>
internal sealed class PostgresKeyStore(PostgresDatabase database) : IKeyStore
{
    private const string LookupKeyCheck = "lookup-key-check";

    /// <summary>What has keys, and the column that says whose.</summary>
    private static readonly (string Table, string Id)[] Tables =
    [
        ("participant", "participant_id"),
        ("tip_key", "tip_id"),
        ("inbound_sms", "sms_id"),
    ];

    public async Task<IReadOnlyDictionary<string, long>> CountByMasterKey() =>
        (
            await database.Read(sql =>
                sql.Query(
                    """
                    select master_key, count(*) from (
                      select master_key from participant where master_key is not null union all select master_key from tip_key
                      union all select master_key from inbound_sms where master_key is not null) as keys
                    group by master_key
                    """,
                    row => (Id: row.GetString(0), Count: row.GetInt64(1))
                )
            )
        ).ToDictionary(key => key.Id, key => key.Count, StringComparer.Ordinal);

    public async Task<IReadOnlyList<WrappedKey>> ReadNotWrappedBy(string masterKeyId, Guid? after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                (select participant_id as id, master_key, wrapped_key from participant
                  where master_key <> $1 and participant_id > $2 order by participant_id limit $3)
                union all
                (select tip_id as id, master_key, wrapped_key from tip_key
                  where master_key <> $1 and tip_id > $2 order by tip_id limit $3)
                union all
                (select sms_id as id, master_key, wrapped_key from inbound_sms
                  where master_key <> $1 and sms_id > $2 order by sms_id limit $3)
                order by id limit $3
                """,
                Wrapped,
                masterKeyId,
                after ?? Guid.Empty,
                (long)limit
            )
        );

    public async Task<WrappedKey?> ReadWrappedBy(string masterKeyId) =>
        (
            await database.Read(sql =>
                sql.Query(
                    """
                    select participant_id, master_key, wrapped_key from participant where master_key = $1
                    union all select tip_id, master_key, wrapped_key from tip_key where master_key = $1
                    union all select sms_id, master_key, wrapped_key from inbound_sms where master_key = $1 limit 1
                    """,
                    Wrapped,
                    masterKeyId
                )
            )
        ).FirstOrDefault();

    public Task<int> Rewrap(IReadOnlyCollection<Rewrapping> rewrappings) =>
        database.Write(async sql =>
        {
            var count = 0;

            // An id is random and of one of them.
            foreach (var (table, id) in Tables)
            {
                count += await sql.Execute(
                    $"""
                    update {table} k set master_key = r.master_key, wrapped_key = r.new_key
                    from unnest($1, $2, $3, $4) as r (id, old_key, master_key, new_key)
                    where k.{id} = r.id and k.wrapped_key = r.old_key
                    """,
                    rewrappings.Select(rewrapping => rewrapping.Old.ParticipantId).ToArray(),
                    rewrappings.Select(rewrapping => rewrapping.Old.Key).ToArray(),
                    rewrappings.Select(rewrapping => rewrapping.MasterKeyId).ToArray(),
                    rewrappings.Select(rewrapping => rewrapping.Key).ToArray()
                );
            }

            return new WriteStep<int>(count, Keep: true);
        });

    public Task<LookupHash> KeepLookupKeyCheck(LookupHash check) =>
        database.Write(async sql =>
        {
            await sql.Execute(
                "insert into register_setting (name, value) values ($1, $2) on conflict (name) do nothing",
                LookupKeyCheck,
                check.ToBytes()
            );
            var kept = await sql.Query(
                "select value from register_setting where name = $1",
                row => LookupHash.FromBytes(row.Bytes(0)),
                LookupKeyCheck
            );
            return new WriteStep<LookupHash>(kept[0], Keep: true);
        });

    private static WrappedKey Wrapped(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.Bytes(2));
}
