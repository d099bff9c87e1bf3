using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Burgernet.Benchmarks.Selection;

/// <summary>A PostgreSQL server for one run: on loopback, with room in memory for all rows and indexes, and gone afterwards.</summary>
internal sealed class SelectionPostgres : IAsyncDisposable
{
    private const string Root = "/usr/lib/postgresql";

    // Custom plans know the area, and compiling a query costs more than it saves at these sizes: both in favour of PostGIS.
    private static readonly string[] Settings =
    [
        "shared_buffers=1GB",
        "work_mem=256MB",
        "maintenance_work_mem=512MB",
        "effective_cache_size=4GB",
        "max_wal_size=8GB",
        "random_page_cost=1.1",
        "jit=off",
        "plan_cache_mode=force_custom_plan",
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "log_min_messages=fatal",
    ];

    private readonly string _folder;
    private readonly Process _server;

    private SelectionPostgres(string folder, Process server, int port)
    {
        (_folder, _server) = (folder, server);
        var connection = string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={port};Database=postgres;Username=burgernet;SSL Mode=Disable;Command Timeout=600;Max Auto Prepare=20"
        );
        Data = NpgsqlDataSource.Create(connection);
    }

    /// <summary>What it is set to, for the report.</summary>
    public static string Description => string.Join(", ", Settings.SkipLast(3));

    /// <summary>Its connections.</summary>
    public NpgsqlDataSource Data { get; }

    /// <summary>Starts it with an empty data folder.</summary>
    public static async Task<SelectionPostgres> Start()
    {
        var bin =
            (Directory.Exists(Root) ? Directory.GetDirectories(Root) : []).OrderDescending(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new InvalidOperationException("PostgreSQL is not installed: Debian package postgresql-15-postgis-3");
        bin = Path.Combine(bin, "bin");
        var folder = Directory.CreateTempSubdirectory("burgernet-selection-").FullName;
        string[] user = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--"] : [];
        if (Environment.IsPrivilegedProcess)
        {
            Run(["chown", "postgres", folder]);
        }

        var data = Path.Combine(folder, "data");
        Run([
            .. user,
            Path.Combine(bin, "initdb"),
            $"--pgdata={data}",
            "--username=burgernet",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
        ]);
        var port = FreePort();
        string[] settings = [.. Settings, string.Create(CultureInfo.InvariantCulture, $"port={port}")];
        string[] command = [.. user, Path.Combine(bin, "postgres"), "-D", data, .. settings.SelectMany(setting => new[] { "-c", setting })];
        var server = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/", UseShellExecute = false })!;
        var postgres = new SelectionPostgres(folder, server, port);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await postgres.Execute("select 1");
                return postgres;
            }
            catch (NpgsqlException) when (attempt < 300)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }
        }
    }

    /// <summary>Runs statements.</summary>
    public async Task Execute(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value as text.</summary>
    public async Task<string> Ask(string sql)
    {
        await using var command = Data.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();

        // Its own process, by the id that it wrote down: runuser stands between it and us.
        var id = (await File.ReadAllLinesAsync(Path.Combine(_folder, "data", "postmaster.pid")))[0];
        Run(["kill", "-INT", id]);
        if (!_server.WaitForExit(TimeSpan.FromSeconds(60)))
        {
            _server.Kill(entireProcessTree: true);
        }

        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Run(string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = "/",
                UseShellExecute = false,
            }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
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
