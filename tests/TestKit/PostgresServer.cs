using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Burgernet.TestKit;

/// <summary>A PostgreSQL server of this test process alone, made when the first test asks for it and gone with the process, however that ends.</summary>
/// <remarks>On loopback and a free port, as user <c>postgres</c> or <c>nobody</c> where the tests run as root. It does not wait for the disk: its machine is
/// not what tests pull the plug of. Databases ask for a password, as real ones do.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The owner of every database.</summary>
    public const string User = "burgernet";

    /// <summary>Hard to miss where it should not be.</summary>
    public const string Password = "geheim-wachtwoord-van-de-proef";

    /// <summary>Ends the server when its own input ends, which it does when the test process is gone.</summary>
    private const string Guard = """
        "$@" </dev/null &
        server=$!
        cat >/dev/null
        kill -QUIT $server 2>/dev/null
        wait $server
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly StringBuilder _output = new();
    private string? _folder;
    private Process? _guard;
    private int _databases;

    /// <summary>Where it listens; a database must have been made.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>Makes an empty database and starts the server where that has not been done; skips the running test where PostgreSQL is not installed.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        await _starting.WaitAsync();
        try
        {
            if (_guard is null)
            {
                await Start();
            }
        }
        finally
        {
            _starting.Release();
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await Execute(ConnectionString("postgres"), $"create database {name}");
        return ConnectionString(name);
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_guard is not null)
        {
            _guard.StandardInput.Close();
            await _guard.WaitForExitAsync();
            _guard.Dispose();
        }

        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }

        _starting.Dispose();
    }

    private string ConnectionString(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={EndPoint.Port};Database={database};Username={User};Password={Password};SSL Mode=Disable"
        );

    private async Task Start()
    {
        var bin = Path.GetDirectoryName(Peers.Require("initdb", "postgresql"))!;
        _folder = Directory.CreateTempSubdirectory("burgernet-postgres-").FullName;
        var (uid, gid) = UnprivilegedUser();
        string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", uid, "--regid", gid, "--clear-groups", "--"] : [];
        var data = Path.Combine(_folder, "data");
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await Run(["chown", "-R", $"{uid}:{gid}", _folder]);
        }

        await Run([
            .. user,
            Path.Combine(bin, "initdb"),
            $"--pgdata={data}",
            $"--username={User}",
            $"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        for (var attempt = 1; _guard is null; attempt++)
        {
            // A port that was free a moment ago may be somebody's now.
            EndPoint = new IPEndPoint(IPAddress.Loopback, FreeTcpPort());
            var guard = Begin([.. user, Path.Combine(bin, "postgres"), "-D", data, .. Settings()]);
            if (await Answers(guard))
            {
                _guard = guard;
            }
            else if (attempt == 3)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{_output}");
            }
        }
    }

    private IEnumerable<string> Settings() =>
        new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"port={EndPoint.Port}"),
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=64MB",
            "fsync=off",
            "full_page_writes=off",
            "wal_level=minimal",
            "max_wal_senders=0",
            "log_min_messages=fatal",
        }.SelectMany(setting => new[] { "-c", setting });

    private Process Begin(string[] command)
    {
        var guard = new Process
        {
            StartInfo = new ProcessStartInfo("sh", ["-c", Guard, "guard", .. command])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            },
        };
        guard.OutputDataReceived += Take;
        guard.ErrorDataReceived += Take;
        guard.Start();
        guard.BeginOutputReadLine();
        guard.BeginErrorReadLine();
        return guard;
    }

    private async Task<bool> Answers(Process guard)
    {
        var answers = false;
        await Eventually.Holds(
            "PostgreSQL answers, or has said why it does not",
            async () =>
            {
                try
                {
                    await Execute(ConnectionString("postgres"), "select 1");
                    answers = true;
                }
                catch (NpgsqlException)
                {
                    // Not yet, or never: what it prints tells.
                }

                return answers || Output.Contains("FATAL:  could not", StringComparison.Ordinal);
            },
            StartLimit,
            () => Output
        );
        if (!answers)
        {
            guard.StandardInput.Close();
            await guard.WaitForExitAsync();
            guard.Dispose();
            lock (_output)
            {
                _output.Clear();
            }
        }

        return answers;
    }

    private string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private void Take(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.AppendLine(line.Data);
        }
    }

    private static async Task Run(string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        )!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{string.Join('\n', said)}");
        }
    }

    /// <summary>PostgreSQL refuses to run as root; its own package brings a user.</summary>
    private static (string Uid, string Gid) UnprivilegedUser()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToLookup(user => user[0], StringComparer.Ordinal);
        var user = users["postgres"].Concat(users["nobody"]).First();
        return (user[2], user[3]);
    }

    private static int FreeTcpPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
