using System.Data.Common;
using Burgernet.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>Where a node keeps its data, and a look into it from outside, as an investigator would have.</summary>
internal sealed class NodeDatabase
{
    /// <summary>The providers, for theories.</summary>
    public const string Sqlite = "sqlite";

    /// <inheritdoc cref="Sqlite"/>
    public const string Postgres = "postgres";

    private readonly Func<DbConnection> _connect;

    private NodeDatabase(Func<DbConnection> connect, string[] settings) => (_connect, Settings) = (connect, settings);

    /// <summary>What a node must be told to use it, beside its data folder.</summary>
    public string[] Settings { get; }

    /// <summary>An empty database.</summary>
    /// <param name="provider">Of which kind.</param>
    /// <param name="folder">The node's data folder.</param>
    /// <param name="server">Makes databases where it is PostgreSQL.</param>
    public static async Task<NodeDatabase> Create(string provider, string folder, PostgresServer server)
    {
        if (provider == Sqlite)
        {
            var file = $"Data Source={Path.Combine(folder, "burgernet.db")};Mode=ReadWrite;Pooling=False";
            return new NodeDatabase(() => new SqliteConnection(file), []);
        }

        var connection = await server.CreateDatabase();
        return new NodeDatabase(() => new NpgsqlConnection($"{connection};Pooling=false"), SettingsOf(connection));
    }

    /// <summary>The settings of a node on a PostgreSQL database.</summary>
    public static string[] SettingsOf(string connection) =>
        ["Burgernet:Storage:Provider=postgres", $"Burgernet:Storage:ConnectionString={connection}"];

    /// <summary>Numbers of participants whose answer is stored.</summary>
    public HashSet<string> AnsweredNumbers() =>
        Read(
            """
            select distinct p.phone from attempt a join participant p on p.participant_id = a.participant_id
            where a.answered_at is not null
            """
        );

    /// <summary>Call-IDs of stored claims.</summary>
    public HashSet<string> ClaimedCallIds() => Read("select call_id from attempt");

    private HashSet<string> Read(string sql)
    {
        using var connection = _connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
