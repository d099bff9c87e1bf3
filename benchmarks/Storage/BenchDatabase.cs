using System.Diagnostics.Metrics;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Burgernet.Benchmarks.Storage;

/// <summary>The node's own way to a database in PostgreSQL.</summary>
internal static class BenchDatabase
{
    /// <summary>Connects as a node does, and brings the schema up to date.</summary>
    public static PostgresDatabase Open(string connection)
    {
        var meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        return new PostgresDatabase(
            Options.Create(new StorageOptions { ConnectionString = connection }),
            Options.Create(new PostgresOptions()),
            new PostgresWatch(new StorageInstruments(meters), TimeProvider.System, NullLogger<PostgresWatch>.Instance)
        );
    }
}
