using System.Data.Common;
using Burgernet.Grains.Dialing;

namespace Burgernet.Silo.Storage;

/// <summary>Leases as either database gives them, in the order in which the statements of both name the columns.</summary>
internal static class StoredCarriers
{
    /// <summary>A lease.</summary>
    public static StoredLease Lease(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), new LeaseShare(row.GetInt32(2), row.GetInt32(3)), row.GetInt32(4), row.Time(5));

    /// <summary>The values of a lease.</summary>
    public static object?[] Values(string carrier, StoredLease lease) =>
        [carrier, lease.Prefix, lease.Dialer, lease.Share.Channels, lease.Share.CallsPerSecond, lease.CallsUnderWay, lease.Until];
}
