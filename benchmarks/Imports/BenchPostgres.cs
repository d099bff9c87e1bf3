using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Burgernet.Benchmarks.Imports;

/// <summary>A PostgreSQL server for one measurement: on loopback, on a disk it waits for, with the memory that an installation of this size would give it.</summary>
internal sealed class BenchPostgres : IAsyncDisposable
{
    private const string Root = "/usr/lib/postgresql";

    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "shared_buffers=1GB",
        "maintenance_work_mem=256MB",
        "max_wal_size=16GB",
        "checkpoint_timeout=30min",
        "log_min_messages=fatal",
    ];

    private readonly string _folder;
    private readonly Process _server;
    private readonly int _port;

    private BenchPostgres(string folder, Process server, int port) => (_folder, _server, _port) = (folder, server, port);

    /// <summary>What it is set to, for the report.</summary>
    public static string Description => string.Join(", ", Settings.Skip(2).SkipLast(1));

    /// <summary>Starts it with an empty data folder.</summary>
    public static async Task<BenchPostgres> Start()
    {
        var bin = Directory
            .GetDirectories(Root)
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"))
            .First();
        var folder = Directory.CreateTempSubdirectory("burgernet-bench-").FullName;
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        if (Environment.IsPrivilegedProcess)
        {
            await Run(["chown", "postgres", folder]);
        }

        var data = Path.Combine(folder, "data");
        await Run([
            .. user,
            Path.Combine(bin, "initdb"),
            $"--pgdata={data}",
            "--username=burgernet",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]);
        var port = FreePort();
        var server = Process.Start(
            new ProcessStartInfo(
                user.Length > 0 ? user[0] : Path.Combine(bin, "postgres"),
                [
                    .. user.Length > 0 ? [.. user.Skip(1), Path.Combine(bin, "postgres")] : Array.Empty<string>(),
                    "-D",
                    data,
                    .. Settings
                        .Append(string.Create(CultureInfo.InvariantCulture, $"port={port}"))
                        .SelectMany(setting => new[] { "-c", setting }),
                ]
            )
            {
                WorkingDirectory = "/",
                UseShellExecute = false,
            }
        )!;
        var postgres = new BenchPostgres(folder, server, port);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await postgres.Execute("postgres", "select 1");
                return postgres;
            }
            catch (NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }
        }
    }

    /// <summary>Makes a database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> Create(string database)
    {
        await Execute("postgres", $"create database {database}");
        return ConnectionString(database);
    }

    /// <summary>Runs a statement.</summary>
    public async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false;Command Timeout=600");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Its own process, by the id that it wrote down: runuser stands between it and us.
        var id = (await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0];
        await Run(["kill", "-INT", id], mayFail: true);
        if (!_server.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            _server.Kill(entireProcessTree: true);
        }

        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The connection string of a database.</summary>
    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Database={database};Username=burgernet;SSL Mode=Disable");

    private static async Task Run(string[] command, bool mayFail = false)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = "/",
                UseShellExecute = false,
            }
        )!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && !mayFail)
        {
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
