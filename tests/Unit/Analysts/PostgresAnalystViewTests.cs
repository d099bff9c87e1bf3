using Burgernet.Silo.Hosting;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Burgernet.Tests.Unit.Storage;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Analysts;

/// <summary>The views in PostgreSQL, and the role that reads them and nothing else.</summary>
public sealed class PostgresAnalystViewTests(PostgresOfClass database) : AnalystViewTests, IClassFixture<PostgresOfClass>
{
    private const string Role = "burgernet_analyst";

    private protected override string Prefix => "analyst.";

    [Fact]
    public async Task Role_EveryTableOfTheNode_IsRefused()
    {
        await Recorded();
        await using var analyst = await Analyst();
        var tables = await Store.Rows(
            "select quote_ident(relname) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')"
        );
        Assert.True(tables.Count > 15);
        foreach (var table in tables)
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(analyst, $"select * from public.{table[0]}"));
        }
    }

    [Theory]
    [InlineData("insert into analyst.tip_count (tips) values (1)")]
    [InlineData("delete from public.attempt")]
    [InlineData("create table public.mine (a int)")]
    [InlineData("create table analyst.mine (a int)")]
    [InlineData("select value from public.register_setting where name = 'pseudonym-key'")]
    [InlineData("select pg_read_file('postgresql.conf')")]
    [InlineData("select * from pg_authid")]
    [InlineData("select lo_import('/etc/passwd')")]
    [InlineData("copy public.participant to program 'cat'")]
    [InlineData("set role burgernet")]
    public async Task Role_WhateverElse_IsRefused(string sql)
    {
        await Recorded();
        await using var analyst = await Analyst();
        await Refusal(analyst, "set default_transaction_read_only = off");
        var refusal = await Refusal(analyst, sql);
        Assert.True(
            refusal is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ObjectNotInPrerequisiteState or "0LP01" or "55000",
            $"{sql}: {refusal}"
        );
    }

    [Fact]
    public async Task Role_OfFunctionsOfOurs_HasNone() =>
        Assert.Equal(
            0,
            await Store.Number("select count(*) from pg_proc where pronamespace in ('public'::regnamespace, 'analyst'::regnamespace)")
        );

    [Fact]
    public async Task Role_EveryViewAndQuestionOfThePage_IsAnswered()
    {
        await Recorded();
        await using var analyst = await Analyst();
        foreach (var (view, _) in AnalystPage.Views)
        {
            Assert.True(await Count(analyst, $"select count(*) from {view}") > 0, $"Nothing in {view}");
        }

        Assert.True(AnalystPage.Questions.Count() >= 8);
        foreach (var question in AnalystPage.Questions)
        {
            Assert.Null(await Refusal(analyst, question));
        }

        Assert.Equal("1min", await Setting(analyst, "statement_timeout"));
        Assert.Equal("on", await Setting(analyst, "default_transaction_read_only"));
    }

    [Fact]
    public async Task Views_InEverythingTheySay_HoldNoIdOfAParticipant()
    {
        await Recorded();
        foreach (var (view, _) in AnalystPage.Views)
        {
            var text = (await Store.Rows($"select coalesce(string_agg(v::text, ';'), '') from analyst.{view} v"))[0][0]!.ToString()!;
            for (var person = 1; person <= 8; person++)
            {
                Assert.DoesNotContain(StoreBench.Person(person).ToString("D"), text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("jas", text, StringComparison.Ordinal);
            Assert.DoesNotContain("i-1", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pseudonym_OfOnePerson_IsTheSameInAnActionAndAnotherInTheNext()
    {
        await Recorded();
        var first = await Store.Rows("select distinct pseudonym from analyst.delivery");
        var attempts = await Store.Rows("select distinct pseudonym from analyst.attempt");
        Assert.Equal(8, first.Count);
        Assert.All(attempts, row => Assert.Contains(first, known => Equals(known[0], row[0])));
        await Store.Sql("update delivery set action_id = $1", StoreBench.Action(2));
        await Store.Sql("update action set action_id = $1", StoreBench.Action(2));
        var second = await Store.Rows("select distinct pseudonym from analyst.delivery");
        Assert.Empty(first.Select(row => row[0]).Intersect(second.Select(row => row[0])));
    }

    [Fact]
    public async Task Command_PrintsTheScriptThatMakesTheRole_AndItMayRunAgain()
    {
        var script = await PostgresMigrations.ReadScript("0013-role-of-analysts.sql");
        Assert.Contains($"create role {Role}", script, StringComparison.Ordinal);
        await PostgresServer.Execute(await database.ConnectionString(), script);
        Assert.Equal("analyst-role", AnalystRoleCommand.Name);
    }

    private protected override async Task<StoreBench> Open()
    {
        var store = await PostgresStoreBench.Open(await database.ConnectionString());
        await store.Sql("insert into register_setting (name, value) values ('pseudonym-key', sha256('proef'))");
        return store;
    }

    private protected override async Task<string[]> ColumnsOf(string view) =>
        [
            .. (
                await Store.Rows(
                    "select column_name::text from information_schema.columns where table_schema = 'analyst' and table_name = $1 order by ordinal_position",
                    view
                )
            ).Select(row => (string)row[0]!),
        ];

    private async Task<NpgsqlConnection> Analyst()
    {
        var connection = await database.ConnectionString();
        await PostgresServer.Execute(connection, $"alter role {Role} password '{PostgresServer.Password}'");
        var builder = new NpgsqlConnectionStringBuilder(connection) { Username = Role, Pooling = false };
        var analyst = new NpgsqlConnection(builder.ToString() + $";Password={PostgresServer.Password}");
        await analyst.OpenAsync();
        return analyst;
    }

    /// <summary>The code of the refusal, or null where it was answered.</summary>
    private static async Task<string?> Refusal(NpgsqlConnection connection, string sql)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState;
        }
    }

    private static async Task<long> Count(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> Setting(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand($"show {name}", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
