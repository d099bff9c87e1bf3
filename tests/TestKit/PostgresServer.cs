using System.Net;

namespace Burgernet.TestKit;

/// <summary>The PostgreSQL server of a test process, made when the first test asks for it.</summary>
/// <remarks>It does not wait for the disk: its machine is not what tests pull the plug of.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The owner of every database.</summary>
    public const string User = PostgresCluster.User;

    /// <summary>Hard to miss where it should not be.</summary>
    public const string Password = PostgresCluster.Password;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private PostgresCluster? _cluster;

    /// <summary>Where it listens; a database must have been made.</summary>
    public IPEndPoint EndPoint => _cluster?.EndPoint ?? throw new InvalidOperationException("No database was made yet");

    /// <summary>Makes an empty database; skips the running test where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        await _starting.WaitAsync();
        try
        {
            _cluster ??= await PostgresCluster.Start(
                Path.GetDirectoryName(Peers.Require("initdb", "postgresql"))!,
                "max_connections=200",
                "shared_buffers=64MB",
                "fsync=off",
                "full_page_writes=off",
                "wal_level=minimal",
                "max_wal_senders=0"
            );
        }
        finally
        {
            _starting.Release();
        }

        return await _cluster.CreateDatabase();
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public static Task Execute(string connectionString, string sql) => PostgresCluster.Execute(connectionString, sql);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }

        _starting.Dispose();
    }
}
