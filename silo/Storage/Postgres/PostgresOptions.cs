using System.ComponentModel.DataAnnotations;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>How the node uses PostgreSQL (section <c>Burgernet:Storage:Postgres</c>).</summary>
public sealed class PostgresOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Burgernet:Storage:Postgres";

    /// <summary>Connections that write the steps of lanes; each commits what waits as one transaction. Default 2: see ADR 4.</summary>
    [Range(1, 32)]
    public int Writers { get; set; } = 2;

    /// <summary>Most connections for everything else: reads, and the acts of dispatchers. Default 16.</summary>
    [Range(2, 200)]
    public int Connections { get; set; } = 16;

    /// <summary>Most rows of lanes' steps in one transaction; a single larger step goes alone. Default 2,000.</summary>
    [Range(1, 100_000)]
    public int LargestGroup { get; set; } = 2_000;

    /// <summary>How long opening a connection may take, waiting for a free one included; whole seconds. Default 3 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the server works on one statement before it gives up. Default 3 s: a claim that took longer is of no use to a dialer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan StatementTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a transaction may wait for its node before the server ends it: a node that stands still in the middle of one holds its rows, a carrier's leases for instance,
    /// against those who take over. Default 4 s: less than the others need to call it dead. Exports are not held to it.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan IdleTransactionTimeout { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Most statements that a connection keeps prepared. Default 60; 0 prepares none, for a pooler between that cannot.</summary>
    [Range(0, 1_000)]
    public int MaxAutoPrepare { get; set; } = 60;

    /// <summary>A server beyond this machine over a connection that nothing encrypts. Default false: the connection string must ask for TLS.</summary>
    public bool PlainNetwork { get; set; }

    /// <summary>How long connecting may take where nobody waits on the phone, a node that starts or a check of dossiers: 15 s, or longer where that was set. A server that is
    /// busy is not one that is away.</summary>
    internal TimeSpan PatientConnectTimeout => TimeSpan.FromTicks(Math.Max(ConnectTimeout.Ticks, TimeSpan.TicksPerSecond * 15));
}
