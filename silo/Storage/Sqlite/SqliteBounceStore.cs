using Burgernet.Grains.Mail;
using Burgernet.Grains.Participants;
using Microsoft.Data.Sqlite;

namespace Burgernet.Silo.Storage.Sqlite;

/// <summary>What bounced, in SQLite.</summary>
internal sealed class SqliteBounceStore(SqliteDatabase database) : IBounceStore
{
    public async Task<BounceRow?> Read(Guid participantId) =>
        (await database.Read(sql => sql.Query(StoredBounces.Read, Row, participantId))).FirstOrDefault();

    public Task Write(BounceRow row) =>
        database.Write(sql => new WriteStep<int>(
            sql.Execute(
                StoredBounces.Write,
                row.ParticipantId,
                row.Address.ToBytes(),
                row.Status,
                row.BouncedAt,
                row.Soft,
                row.SoftSince,
                row.SoftAt,
                row.UndeliverableAt
            ),
            Keep: true
        ));

    public async Task<IReadOnlyList<LookupHash>> ReadUndeliverable() =>
        await database.Read(sql => sql.Query(StoredBounces.ReadUndeliverable, row => LookupHash.FromBytes(row.GetFieldValue<byte[]>(0))));

    private static BounceRow Row(SqliteDataReader row) =>
        new(
            row.Uuid(0),
            LookupHash.FromBytes(row.GetFieldValue<byte[]>(1)),
            row.GetString(2),
            row.Time(3),
            row.GetInt32(4),
            row.TimeOrNull(5),
            row.TimeOrNull(6),
            row.TimeOrNull(7)
        );
}
