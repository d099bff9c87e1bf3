using System.Data.Common;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Silo.Participants;
using Burgernet.Silo.Storage;
using Burgernet.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
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

    private readonly string _columns;

    private readonly string _folder;

    private NodeDatabase(Func<DbConnection> connect, string folder, string[] settings, string columns) =>
        (_connect, _folder, Settings, _columns) = (connect, folder, settings, columns);

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
            return new NodeDatabase(
                () => new SqliteConnection(file),
                folder,
                [],
                "select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table'"
            );
        }

        var connection = await server.CreateDatabase();
        return new NodeDatabase(
            () => new NpgsqlConnection($"{connection};Pooling=false"),
            folder,
            // A server that shares two cores with a whole run may take its time.
            [.. SettingsOf(connection), "Burgernet:Storage:Postgres:ConnectTimeout=00:00:20"],
            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
        );
    }

    /// <summary>The settings of a node on a PostgreSQL database.</summary>
    public static string[] SettingsOf(string connection) =>
        ["Burgernet:Storage:Provider=postgres", $"Burgernet:Storage:ConnectionString={connection}"];

    /// <summary>Numbers of participants whose answer is stored, opened with the keys that the node made for itself.</summary>
    public HashSet<string> AnsweredNumbers()
    {
        var seal = new PersonalSeal(
            new RegisterKeyRing(
                Options.Create(new RegisterKeyOptions()),
                new CarrierList([new CarrierOptions()]),
                Options.Create(new StorageOptions { Folder = _folder })
            ).Load()
        );
        return Read(
            """
            select distinct p.participant_id, p.master_key, p.wrapped_key, p.sealed
            from attempt a join participant p on p.participant_id = a.participant_id
            where a.answered_at is not null
            """,
            row =>
                seal.Open(row.GetGuid(0), new SealedData(row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)))
                    .Phones[0]
                    .Value
        );
    }

    /// <summary>Call-IDs of stored claims.</summary>
    public HashSet<string> ClaimedCallIds() => Read("select call_id from attempt", row => row.GetString(0));

    /// <summary>Changes something behind the node's back.</summary>
    /// <returns>How many rows.</returns>
    public int Execute(string sql)
    {
        using var connection = _connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads one number.</summary>
    public long Number(string sql)
    {
        using var connection = _connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The columns of all tables in which one of the texts stands, whether as text or as its bytes.</summary>
    public List<string> Find(IReadOnlyList<string> texts)
    {
        var found = new List<string>();
        foreach (var column in Read(_columns, row => row.GetString(0)))
        {
            var parts = column.Split('.');
            var values = Read(
                $"select {parts[1]} from {parts[0]} where {parts[1]} is not null",
                row =>
                    row.GetValue(0) is byte[] bytes
                        ? System.Text.Encoding.Latin1.GetString(bytes)
                        : Convert.ToString(row.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!
            );
            if (values.Any(value => texts.Any(text => value.Contains(text, StringComparison.OrdinalIgnoreCase))))
            {
                found.Add(column);
            }
        }

        return found;
    }

    /// <summary>Reads rows of one text each, without repeats.</summary>
    public HashSet<string> Texts(string sql) => Read(sql, row => row.GetString(0));

    private HashSet<string> Read(string sql, Func<DbDataReader, string> read)
    {
        using var connection = _connect();
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            values.Add(read(reader));
        }

        return values;
    }
}
