namespace Burgernet.Benchmarks.Chaos;

/// <summary>What befalls a cluster.</summary>
internal enum ChaosFaultKind
{
    /// <summary>A node is killed with SIGKILL.</summary>
    Kill,

    /// <summary>A node stands still (SIGSTOP) for a while, then goes on (SIGCONT).</summary>
    Freeze,

    /// <summary>A node more is started.</summary>
    Start,

    /// <summary>PostgreSQL is restarted.</summary>
    Postgres,

    /// <summary>The trunk answers every new call with 503 for a while.</summary>
    Trunk503,
}
