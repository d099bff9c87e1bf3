using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>What a node makes of a connection string, and of a server that does not let it in.</summary>
public sealed class PostgresLoginTests(PostgresServer server)
{
    private const string Plain = "Host=db.example.nl;Database=burgernet;Username=node;Password=geheim";

    [Theory]
    [InlineData(null, StorageProblem.NoConnectionString)]
    [InlineData("  ", StorageProblem.NoConnectionString)]
    [InlineData("geheim", StorageProblem.BadConnectionString)]
    [InlineData("Host=127.0.0.1;Gegeven=geheim", StorageProblem.BadConnectionString)]
    [InlineData("Host=127.0.0.1;Port=geheim", StorageProblem.BadConnectionString)]
    [InlineData("Host=127.0.0.1;Port=99999999999", StorageProblem.BadConnectionString)]
    [InlineData("Host=127.0.0.1;Username=node;Password=geheim", StorageProblem.BadConnectionString)]
    [InlineData("Host=127.0.0.1;Database=burgernet;Password=geheim", StorageProblem.BadConnectionString)]
    [InlineData("Database=burgernet;Username=node;Password=geheim", StorageProblem.BadConnectionString)]
    [InlineData(Plain, StorageProblem.PlainNetwork)]
    [InlineData(Plain + ";SSL Mode=Prefer", StorageProblem.PlainNetwork)]
    [InlineData("Host=localhost:5432,10.0.0.1:5432;Database=burgernet;Username=node;Password=geheim", StorageProblem.PlainNetwork)]
    [InlineData("Host=127.0.0.1,10.0.0.1;Database=burgernet;Username=node;Password=geheim", StorageProblem.PlainNetwork)]
    public void Login_SettingThatCannotBeRight_SaysWhichWithoutThePassword(string? connection, StorageProblem problem)
    {
        var thrown = Assert.Throws<StorageProblemException>(() => Login(connection));
        Assert.Equal(problem, thrown.Problem);
        Assert.DoesNotContain("geheim", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Plain + ";SSL Mode=Require")]
    [InlineData(Plain + ";SSL Mode=VerifyFull")]
    [InlineData("Host=localhost;Database=burgernet;Username=node;Password=geheim")]
    [InlineData("Host=[::1];Database=burgernet;Username=node;Password=geheim")]
    [InlineData("Host=::1;Database=burgernet;Username=node;Password=geheim")]
    [InlineData("Host=127.0.0.1:5433,[::1]:5434;Database=burgernet;Username=node;Password=geheim")]
    [InlineData("Host=/run/postgresql;Database=burgernet;Username=node")]
    public void Login_OnThisMachineOrEncrypted_IsTaken(string connection) =>
        Assert.DoesNotContain("geheim", Login(connection).Place, StringComparison.Ordinal);

    [Fact]
    public void Login_PlainNetworkOnPurpose_IsTaken() =>
        Assert.Equal("node@db.example.nl:5432/burgernet", Login(Plain, new PostgresOptions { PlainNetwork = true }).Place);

    [Theory]
    [InlineData("127.0.0.1", "node@127.0.0.1:5432/burgernet")]
    [InlineData("127.0.0.1:5433,[::1]:5434", "node@127.0.0.1:5433,[::1]:5434/burgernet")]
    public void Place_OfHosts_NamesTheirPorts(string hosts, string place) =>
        Assert.Equal(place, Login($"Host={hosts};Database=burgernet;Username=node;Password=geheim").Place);

    [Fact]
    public async Task Open_SecondOfTwoHostsTakesWrites_IsUsed()
    {
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabase()) { TargetSessionAttributes = "primary" };
        connection.Host = $"127.0.0.1:1,127.0.0.1:{connection.Port}";
        using var database = Open(connection.ConnectionString);
        Assert.Equal(0, (await database.Read(sql => sql.Query("select count(*) from participant", row => row.GetInt64(0))))[0]);
    }

    [Fact]
    public async Task Open_WrongPassword_IsRefused() =>
        Assert.Equal(StorageProblem.LoginRefused, await ProblemOf(connection => connection.Password = "geheim"));

    [Fact]
    public async Task Open_NoPassword_IsRefused() =>
        Assert.Equal(StorageProblem.LoginRefused, await ProblemOf(connection => connection.Password = null));

    [Fact]
    public async Task Open_UnknownUser_IsRefused() =>
        Assert.Equal(StorageProblem.LoginRefused, await ProblemOf(connection => connection.Username = "nobody"));

    [Fact]
    public async Task Open_UnknownDatabase_IsSaid() =>
        Assert.Equal(StorageProblem.NoDatabase, await ProblemOf(connection => connection.Database = "no_such_database"));

    [Fact]
    public async Task Open_NothingListens_IsUnreachable() =>
        Assert.Equal(StorageProblem.Unreachable, await ProblemOf(connection => connection.Port = 1));

    [Fact]
    public async Task Open_ServerWithoutTheTlsAskedFor_IsUnreachable() =>
        Assert.Equal(StorageProblem.Unreachable, await ProblemOf(connection => connection.SslMode = SslMode.Require));

    [Fact]
    public async Task Open_UserWithoutRights_MayNotMigrate()
    {
        var connection = await server.CreateDatabase();
        await PostgresServer.Execute(connection, "create role visitor login password 'geheim'");
        var visitor = new NpgsqlConnectionStringBuilder(connection) { Username = "visitor", Password = "geheim" };
        Assert.Equal(StorageProblem.MayNotMigrate, Assert.Throws<StorageProblemException>(() => Open(visitor.ConnectionString)).Problem);
    }

    [Fact]
    public async Task Open_UserWhoMayOnlyReadAndWrite_UsesASchemaThatIsUpToDate()
    {
        var connection = await server.CreateDatabase();
        Open(connection).Dispose();
        await PostgresServer.Execute(
            connection,
            """
            create role node_of_test login password 'geheim';
            grant select, insert, update, delete on all tables in schema public to node_of_test
            """
        );
        var node = new NpgsqlConnectionStringBuilder(connection) { Username = "node_of_test", Password = "geheim" };
        using var database = Open(node.ConnectionString);
        Assert.Equal(0, (await database.Read(sql => sql.Query("select count(*) from participant", row => row.GetInt64(0))))[0]);
    }

    private static PostgresLogin Login(string? connection, PostgresOptions? options = null) =>
        PostgresLogin.Of(new StorageOptions { ConnectionString = connection }, options ?? new PostgresOptions());

    private static PostgresDatabase Open(string connection) => PostgresStoreBench.Connect(connection);

    private async Task<StorageProblem> ProblemOf(Action<NpgsqlConnectionStringBuilder> spoil)
    {
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabase());
        spoil(connection);
        var thrown = Assert.Throws<StorageProblemException>(() => Open(connection.ConnectionString));
        Assert.DoesNotContain("geheim", thrown.Message, StringComparison.Ordinal);
        return thrown.Problem;
    }
}
