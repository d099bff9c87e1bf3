using Burgernet.Grains.Participants;
using Burgernet.Grains.Signups;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>Tokens in SQLite.</summary>
internal sealed class SqliteTokenStore(SqliteDatabase database) : ITokenStore
{
    public Task<StoredToken?> Find(LookupHash hash, DateTimeOffset now) =>
        database.Read(sql =>
            sql.Query(
                    "select participant_id, purpose, expires_at from participant_token where hash = $1 and expires_at > $2",
                    row => new StoredToken(hash, row.Uuid(0), StoredCodes.Parse<TokenPurpose>(row.GetString(1)), row.Time(2)),
                    hash.ToBytes(),
                    now
                )
                .FirstOrDefault()
        );

    public async Task<IReadOnlyList<LookupHash>> Try(Guid participantId, DateTimeOffset now, int most) =>
        await database.Write(sql => new WriteStep<List<LookupHash>>(
            sql.Query(
                """
                update participant_token set tries = tries + 1
                where participant_id = $1 and purpose = 'confirm-sms' and expires_at > $2 and tries < $3 returning hash
                """,
                row => LookupHash.FromBytes(row.Bytes(0)),
                participantId,
                now,
                most
            ),
            Keep: true
        ));

    public Task<int> ForgetExpired(DateTimeOffset now, int limit) =>
        database.Write(sql => new WriteStep<int>(
            sql.Execute(
                """
                delete from participant_token where hash in
                  (select hash from participant_token where expires_at <= $1 order by expires_at limit $2)
                """,
                now,
                limit
            ),
            Keep: true
        ));
}
