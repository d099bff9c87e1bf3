using Burgernet.TestKit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>One database for the tests of a class, which run one after the other; each finds it empty.</summary>
public sealed class PostgresOfClass(PostgresServer server)
{
    private string? _connection;

    /// <summary>Its connection string; the database is made when the first test asks.</summary>
    public async Task<string> ConnectionString() => _connection ??= await server.CreateDatabase();
}
