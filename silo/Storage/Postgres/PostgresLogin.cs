using System.Globalization;
using System.Net;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>A connection string that was looked at, completed with what the node insists on.</summary>
internal sealed class PostgresLogin
{
    /// <summary>Lookups by key only: a plan that reads whole tables, made while they were empty, must not stay when they are full.</summary>
    private const string ByKey =
        "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set plan_cache_mode = force_generic_plan;";

    /// <summary>Reads are planned for what is there now: a plan kept from when a table was small reads it whole for ever after.</summary>
    private const string ByWhatIsThere = "set plan_cache_mode = force_custom_plan;";

    private const string AlwaysDurable =
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';";

    /// <summary>Each takes a fraction of a millisecond.</summary>
    private const int MostLooks = 4;

    private readonly NpgsqlConnectionStringBuilder _given;
    private readonly PostgresOptions _options;

    private PostgresLogin(NpgsqlConnectionStringBuilder given, PostgresOptions options) => (_given, _options) = (given, options);

    /// <summary>User, hosts, port and database, for people.</summary>
    public string Place => $"{_given.Username}@{_given.Host}{(Hosts.Any(HasPort) ? "" : $":{_given.Port}")}/{_given.Database}";

    private string[] Hosts => _given.Host!.Split(',');

    /// <summary>Looks at the settings, without connecting.</summary>
    /// <exception cref="StorageProblemException">They cannot be right, or would let personal data travel readable.</exception>
    public static PostgresLogin Of(StorageOptions storage, PostgresOptions options)
    {
        const string setting = $"{StorageOptions.Section}:{nameof(StorageOptions.ConnectionString)}";
        if (string.IsNullOrWhiteSpace(storage.ConnectionString))
        {
            throw new StorageProblemException(StorageProblem.NoConnectionString, setting);
        }

        NpgsqlConnectionStringBuilder given;
        try
        {
            given = new NpgsqlConnectionStringBuilder(storage.ConnectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new StorageProblemException(StorageProblem.BadConnectionString, setting, exception);
        }

        if (string.IsNullOrEmpty(given.Host) || string.IsNullOrEmpty(given.Username) || string.IsNullOrEmpty(given.Database))
        {
            throw new StorageProblemException(StorageProblem.BadConnectionString, setting);
        }

        if (!options.PlainNetwork && given.SslMode < SslMode.Require && !given.Host.Split(',').Select(WithoutPort).All(IsThisMachine))
        {
            throw new StorageProblemException(StorageProblem.PlainNetwork, given.Host);
        }

        return new PostgresLogin(given, options);
    }

    /// <summary>Connections for reads and for transactions of one caller each.</summary>
    public NpgsqlDataSource CreateSource() => Create(_options.Connections, Limits() + ByWhatIsThere);

    /// <summary>Connections for small reads by key.</summary>
    public NpgsqlDataSource CreateLookSource() => Create(MostLooks, Limits() + ByKey);

    /// <summary>Connections that write the steps of lanes.</summary>
    /// <remarks>Of several steps that wait for one row, the others are told apart and go on while there is time: so they wait for a row a third as long as for a statement.</remarks>
    public NpgsqlDataSource CreateWriterSource() =>
        Create(_options.Writers, Limits() + $"set lock_timeout = {Milliseconds(_options.StatementTimeout / 3)};" + ByKey);

    /// <summary>For Orleans' own table of the cluster's members, with the password.</summary>
    public string MembershipConnection =>
        new NpgsqlConnectionStringBuilder(Complete().ConnectionString)
        {
            MaxAutoPrepare = 20,
            MaxPoolSize = 20,
            PersistSecurityInfo = true,
        }.ConnectionString;

    /// <summary>Connections without limits of time, kept by nobody.</summary>
    public NpgsqlDataSource CreateMigrationSource() =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Complete().ConnectionString)
            {
                Pooling = false,
                MaxAutoPrepare = 0,
                Timeout = (int)Math.Ceiling(_options.PatientConnectTimeout.TotalSeconds),
                CommandTimeout = 0,
            }
        );

    /// <summary>A host of several may carry its port: <c>a:5433,[::1]:5434</c>.</summary>
    private static bool HasPort(string host) => WithoutPort(host).Length < host.Length;

    private static string WithoutPort(string host)
    {
        var colon = host.LastIndexOf(':');
        var isAddress = host.Count(letter => letter == ':') > 1 && !host.StartsWith('[');
        return colon < 0 || isAddress || host.EndsWith(']') ? host : host[..colon];
    }

    private static bool IsThisMachine(string host) =>
        host.StartsWith('/')
        || host.StartsWith('@')
        || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private string Limits()
    {
        var longest = Milliseconds(_options.StatementTimeout);
        return $"set statement_timeout = {longest}; set lock_timeout = {longest}; set idle_in_transaction_session_timeout = {Milliseconds(_options.IdleTransactionTimeout)}; set jit = off; {AlwaysDurable}";
    }

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);

    private NpgsqlDataSource Create(int most, string session)
    {
        var complete = Complete();
        complete.MaxPoolSize = most;
        complete.MinPoolSize = 0;
        var builder = new NpgsqlDataSourceBuilder(complete.ConnectionString);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(session, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(session, connection);
                await command.ExecuteNonQueryAsync();
            }
        );
        return builder.Build();
    }

    private NpgsqlConnectionStringBuilder Complete() =>
        new(_given.ConnectionString)
        {
            ApplicationName = string.IsNullOrEmpty(_given.ApplicationName) ? "burgernet" : _given.ApplicationName,
            Timeout = (int)Math.Ceiling(_options.ConnectTimeout.TotalSeconds),

            // The server gives up first and says so; the client's own limit is for a server, or a network, that says nothing.
            CommandTimeout = (int)Math.Ceiling(_options.StatementTimeout.TotalSeconds) + 1,
            CancellationTimeout = -1,
            MaxAutoPrepare = _options.MaxAutoPrepare,
            AutoPrepareMinUsages = 2,
            Pooling = true,
            Multiplexing = false,

            // What a session was told when it began must hold for every later user of it.
            NoResetOnClose = true,
            KeepAlive = 30,
            TcpKeepAlive = true,

            // Errors and logs carry no values.
            IncludeErrorDetail = false,
            LogParameters = false,
            PersistSecurityInfo = false,
        };
}
