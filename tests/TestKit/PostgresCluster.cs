using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Npgsql;

namespace Burgernet.TestKit;

/// <summary>A PostgreSQL server of this process alone, in a temporary folder, on loopback and a free port; gone with the process, however that ends.</summary>
/// <remarks>It runs as user <c>postgres</c> or <c>nobody</c> where this process is root's. Databases ask for a password, as real ones do.</remarks>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>The owner of every database.</summary>
    public const string User = "burgernet";

    /// <summary>Hard to miss where it should not be.</summary>
    public const string Password = "geheim-wachtwoord-van-de-proef";

    /// <summary>Ends the server when its own input ends, which it does when this process is gone.</summary>
    private const string Guard = """
        "$@" </dev/null &
        server=$!
        cat >/dev/null
        kill -QUIT $server 2>/dev/null
        wait $server
        """;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);

    private readonly StringBuilder _output = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("burgernet-postgres-").FullName;
    private readonly string[] _settings;
    private readonly string _programs;
    private string[] _user = [];
    private string[] _command = [];
    private Process? _guard;
    private int _databases;

    private PostgresCluster(string programs, IEnumerable<string> settings) => (_programs, _settings) = (programs, [.. settings]);

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; private set; } = new(IPAddress.Loopback, 0);

    private string Data => Path.Combine(_folder, "data");

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

    /// <summary>Makes a cluster and starts its server.</summary>
    /// <param name="programs">The folder of <c>initdb</c> and <c>postgres</c>.</param>
    /// <param name="settings">As in <c>postgresql.conf</c>: <c>fsync=off</c>.</param>
    public static async Task<PostgresCluster> Start(string programs, params IEnumerable<string> settings)
    {
        var cluster = new PostgresCluster(programs, settings);
        try
        {
            await cluster.Start();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
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

    /// <summary>Stops the server; its data stays.</summary>
    /// <param name="inOrder">Whether it ends its sessions and writes all down first (<c>fast</c>), or drops everything as in a crash and recovers at its next start
    /// (<c>immediate</c>).</param>
    public async Task Stop(bool inOrder)
    {
        if (inOrder)
        {
            await Run([.. _user, Path.Combine(_programs, "pg_ctl"), "stop", "-D", Data, "-m", "fast", "-w"]);
        }

        await End();
    }

    /// <summary>Starts a server that was stopped again, at the same address; returns when it answers.</summary>
    public async Task StartAgain()
    {
        Begin(_command);
        if (!await Answers())
        {
            throw new InvalidOperationException($"PostgreSQL did not start again:\n{Output}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await End();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task Start()
    {
        var (uid, gid) = UnprivilegedUser();
        _user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", uid, "--regid", gid, "--clear-groups", "--"] : [];
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, Password);
        if (Environment.IsPrivilegedProcess)
        {
            await Run(["chown", "-R", $"{uid}:{gid}", _folder]);
        }

        await Run([
            .. _user,
            Path.Combine(_programs, "initdb"),
            $"--pgdata={Data}",
            $"--username={User}",
            $"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]);
        for (var attempt = 1; ; attempt++)
        {
            // A port that was free a moment ago may be somebody's now.
            EndPoint = new IPEndPoint(IPAddress.Loopback, FreeUdpPort.TakeWithTcp());
            _command = [.. _user, Path.Combine(_programs, "postgres"), "-D", Data, .. Arguments()];
            Begin(_command);
            if (await Answers())
            {
                return;
            }

            if (attempt == 3)
            {
                throw new InvalidOperationException($"PostgreSQL did not start:\n{Output}");
            }

            await End();
        }
    }

    private IEnumerable<string> Arguments() =>
        _settings
            .Concat([
                string.Create(CultureInfo.InvariantCulture, $"port={EndPoint.Port}"),
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "log_min_messages=fatal",
            ])
            .SelectMany(setting => new[] { "-c", setting });

    private void Begin(string[] command)
    {
        _guard = new Process
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
        _guard.OutputDataReceived += Take;
        _guard.ErrorDataReceived += Take;
        _guard.Start();
        _guard.BeginOutputReadLine();
        _guard.BeginErrorReadLine();
    }

    /// <summary>Whether it came up; false as soon as it said that it cannot, or when it took too long.</summary>
    private async Task<bool> Answers()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < StartLimit && !Output.Contains("FATAL:  could not", StringComparison.Ordinal))
        {
            try
            {
                await Execute(ConnectionString("postgres"), "select 1");
                return true;
            }
            catch (NpgsqlException)
            {
                // Not yet, or never: what it prints tells.
            }

            await Task.Delay(Look, TimeProvider.System, CancellationToken.None);
        }

        return false;
    }

    private async Task End()
    {
        if (_guard is not null)
        {
            _guard.StandardInput.Close();
            await _guard.WaitForExitAsync();
            _guard.Dispose();
            _guard = null;
            lock (_output)
            {
                _output.Clear();
            }
        }
    }

    private string ConnectionString(string database) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={EndPoint.Port};Database={database};Username={User};Password={Password};SSL Mode=Disable"
        );

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
}
