using System.Data.Common;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;

namespace Burgernet.Silo.Storage;

/// <summary>Leases as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredCarriers
{
    /// <summary>Reads open claims.</summary>
    public const string OpenClaims = """
        select incarnation, deadline, participant_id from attempt where carrier = $1 and ended_at is null and deadline > $2
        """;

    /// <summary>Reads open claims with what their numbers are sealed in. Whoever was changed since may have had another number.</summary>
    public const string OpenClaimsWithNumbers = """
        select a.incarnation, a.deadline, a.participant_id, p.master_key, p.wrapped_key, p.sealed
        from attempt a
        left join participant p
          on p.participant_id = a.participant_id and p.changed_at < a.claimed_at and p.sealed is not null
        where a.carrier = $1 and a.ended_at is null and a.deadline > $2
        """;

    /// <summary>An open claim.</summary>
    public static OpenClaim OpenClaim(DbDataReader row, bool withNumber) =>
        new(
            row.GetString(0),
            row.Time(1),
            row.Uuid(2),
            withNumber && !row.IsDBNull(3) ? new SealedData(row.GetString(3), row.Bytes(4), row.Bytes(5)) : null
        );

    /// <summary>A lease.</summary>
    public static StoredLease Lease(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), new LeaseShare(row.GetInt32(2), row.GetInt32(3)), row.GetInt32(4), row.Time(5));

    /// <summary>The values of a lease.</summary>
    public static object?[] Values(string carrier, StoredLease lease) =>
        [carrier, lease.Prefix, lease.Dialer, lease.Share.Channels, lease.Share.CallsPerSecond, lease.CallsUnderWay, lease.Until];
}
