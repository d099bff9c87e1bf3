namespace Burgernet.Silo.Storage;

/// <summary>Statements on bounces that both providers understand.</summary>
internal static class StoredBounces
{
    public const string Read = """
        select participant_id, address, status, bounced_at, soft, soft_since, soft_at, undeliverable_at
        from mail_bounce where participant_id = $1
        """;

    /// <summary>Nobody comes back by it who was erased meanwhile.</summary>
    public const string Write = """
        insert into mail_bounce (participant_id, address, status, bounced_at, soft, soft_since, soft_at, undeliverable_at)
        select participant_id, $2, $3, $4, $5, $6, $7, $8 from participant where participant_id = $1 and erased_at is null
        on conflict (participant_id) do update set address = excluded.address, status = excluded.status,
          bounced_at = excluded.bounced_at, soft = excluded.soft, soft_since = excluded.soft_since, soft_at = excluded.soft_at,
          undeliverable_at = excluded.undeliverable_at
        """;

    public const string ReadUndeliverable = "select address from mail_bounce where undeliverable_at is not null";

    public const string Forget = "delete from mail_bounce where participant_id = $1";
}
