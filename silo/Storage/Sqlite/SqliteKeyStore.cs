using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>The wrapped keys of the register in SQLite.</summary>
internal sealed class SqliteKeyStore(SqliteDatabase database) : IKeyStore
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
                .ToDictionary(key => key.Id, key => key.Count, StringComparer.Ordinal)
        );

    public async Task<IReadOnlyList<WrappedKey>> ReadNotWrappedBy(string masterKeyId, Guid? after, int limit) =>
        await database.Read(sql =>
            sql.Query(
                """
                select * from (select participant_id as id, master_key, wrapped_key from participant
                  where master_key <> $1 and participant_id > $2 order by participant_id limit $3)
                union all
                select * from (select tip_id as id, master_key, wrapped_key from tip_key
                  where master_key <> $1 and tip_id > $2 order by tip_id limit $3)
                union all
                select * from (select sms_id as id, master_key, wrapped_key from inbound_sms
                  where master_key <> $1 and sms_id > $2 order by sms_id limit $3)
                order by id limit $3
                """,
                row => new WrappedKey(row.Uuid(0), row.GetString(1), row.Bytes(2)),
                masterKeyId,
                after?.ToString("D") ?? "",
                limit
            )
        );

    public Task<WrappedKey?> ReadWrappedBy(string masterKeyId) =>
        database.Read(sql =>
            sql.Query(
                    """
                    select participant_id, master_key, wrapped_key from participant where master_key = $1
                    union all select tip_id, master_key, wrapped_key from tip_key where master_key = $1
                    union all select sms_id, master_key, wrapped_key from inbound_sms where master_key = $1 limit 1
                    """,
                    row => new WrappedKey(row.Uuid(0), row.GetString(1), row.Bytes(2)),
                    masterKeyId
                )
                .FirstOrDefault()
        );

    public Task<int> Rewrap(IReadOnlyCollection<Rewrapping> rewrappings) =>
        database.Write(sql =>
        {
            var count = 0;
            foreach (var (old, masterKeyId, key) in rewrappings)
            {
                // The id is random and of one of them.
                foreach (var (table, id) in Tables)
                {
                    count += sql.Execute(
                        $"update {table} set master_key = $3, wrapped_key = $4 where {id} = $1 and wrapped_key = $2",
                        old.ParticipantId,
                        old.Key,
                        masterKeyId,
                        key
                    );
                }
            }

            return new WriteStep<int>(count, Keep: true);
        });

    public Task<LookupHash> KeepLookupKeyCheck(LookupHash check) =>
        database.Write(sql =>
        {
            sql.Execute(
                "insert into register_setting (name, value) values ($1, $2) on conflict (name) do nothing",
                LookupKeyCheck,
                check.ToBytes()
            );
            var kept = sql.Query(
                "select value from register_setting where name = $1",
                row => LookupHash.FromBytes(row.Bytes(0)),
                LookupKeyCheck
            );
            return new WriteStep<LookupHash>(kept[0], Keep: true);
        });
}
