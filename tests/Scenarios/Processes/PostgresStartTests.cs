using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>What a node says when it cannot begin with PostgreSQL: one sentence, in its language, without the password.</summary>
public sealed class PostgresStartTests(PostgresServer server)
{
    private const string Secret = "zeer-geheim";
    private const string Setting = "Burgernet:Storage:ConnectionString";

    [Theory]
    [InlineData("en", null, $"The settings are wrong: PostgreSQL needs {Setting}: Host=…;Database=…;Username=…;Password=…")]
    [InlineData("nl", null, $"De instellingen kloppen niet: met PostgreSQL is {Setting} nodig: Host=…;Database=…;Username=…;Password=…")]
    [InlineData(
        "en",
        $"Host=127.0.0.1;Pass={Secret}",
        $"The settings are wrong: {Setting} cannot be read, or lacks Host, Database or Username (it is not shown here for its password's sake)."
    )]
    [InlineData(
        "nl",
        $"Host=127.0.0.1;Pass={Secret}",
        $"De instellingen kloppen niet: {Setting} is niet te lezen, of Host, Database of Username ontbreekt (de tekst zelf staat hier niet, om het wachtwoord)."
    )]
    [InlineData(
        "en",
        $"Host=127.0.0.1;Port=1;Database=b;Username=u;Password={Secret}",
        "PostgreSQL does not answer: u@127.0.0.1:1/b. Does it run, are address and port right, and does it have TLS if that is asked for?"
    )]
    [InlineData(
        "nl",
        $"Host=127.0.0.1;Port=1;Database=b;Username=u;Password={Secret}",
        "PostgreSQL antwoordt niet: u@127.0.0.1:1/b. Draait het, kloppen adres en poort, en kan het TLS als dat gevraagd is?"
    )]
    public async Task Node_DatabaseThatCannotBe_SaysSoInOneSentence(string language, string? connection, string sentence)
    {
        var (exitCode, output) = await Start(language, connection);
        Assert.Equal(1, exitCode);
        Assert.Equal(sentence, output.Trim());
    }

    [Fact]
    public async Task Node_WrongPassword_SaysSoAndNotWhich()
    {
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabase()) { Password = Secret };
        var (exitCode, output) = await Start("en", connection.ConnectionString);
        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"PostgreSQL refuses {PostgresServer.User}@127.0.0.1:{connection.Port}/{connection.Database}: are user and password right, and may they come from here (pg_hba.conf)?",
            output.Trim()
        );
    }

    [Fact]
    public async Task Node_UnknownProvider_SaysWhichThereAre()
    {
        var (exitCode, output) = await NodeProcess.RunToEnd(
            "--urls=http://127.0.0.1:0",
            "--Burgernet:Storage:Provider=oracle",
            "--Burgernet:Node:Language=en"
        );
        Assert.Equal(1, exitCode);
        Assert.Equal("The settings are wrong: Burgernet:Storage:Provider must be sqlite or postgres.", output.Trim());
    }

    [Fact]
    public async Task Migrate_ByTheOwner_LetsANodeBeginThatMayOnlyReadAndWrite()
    {
        var owner = await server.CreateDatabase();
        await PostgresServer.Execute(
            owner,
            $"""
            create role limited_node login password '{Secret}';
            alter default privileges in schema public grant select, insert, update, delete, truncate on tables to limited_node;
            alter default privileges in schema public grant usage on sequences to limited_node;
            """
        );
        var node = new NpgsqlConnectionStringBuilder(owner) { Username = "limited_node", Password = Secret }.ConnectionString;
        var (before, refused) = await Start("en", node);
        Assert.Equal(1, before);
        Assert.Contains("run 'migrate' as their owner", refused, StringComparison.Ordinal);

        var (migrated, said) = await NodeProcess.RunToEnd("migrate", $"--{Setting}={owner}", "--Burgernet:Node:Language=en");
        Assert.Equal(0, migrated);
        Assert.EndsWith("are up to date.", said.Trim(), StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        await using var running = await NodeProcess.StartNode(
            folder.Path,
            [.. NodeDatabase.SettingsOf(node), "Burgernet:Demonstration:Participants=50"]
        );
        using var room = new ControlRoom(running.Address);
        Assert.NotEmpty(await room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(2))));
        Assert.Contains($"PostgreSQL limited_node@127.0.0.1:{server.EndPoint.Port}/", running.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, running.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "burgernet.db")), "A node with PostgreSQL made a SQLite file");
    }

    private static Task<(int ExitCode, string Output)> Start(string language, string? connection) =>
        NodeProcess.RunToEnd([
            "--urls=http://127.0.0.1:0",
            "--Burgernet:Storage:Provider=postgres",
            .. connection is null ? Array.Empty<string>() : [$"--{Setting}={connection}"],
            $"--Burgernet:Node:Language={language}",
        ]);
}
