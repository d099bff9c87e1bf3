using System.Net;
using System.Text.Json;
using Burgernet.Practice;
using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Scenarios.Processes;

/// <summary>The database goes away in the middle of an action and comes back; the node stays.</summary>
public sealed class DatabaseAwayTests(PostgresServer server) : IAsyncLifetime
{
    private const int Deliveries = 150;
    private const string Tip = """{"text":"Bij de molen"}""";
    private const string TipKey = "tip in the middle";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private TcpProxy _way = null!;
    private NodeProcess _node = null!;
    private ControlRoom _room = null!;

    private string Record => Path.Combine(_folder.Path, "calls.jsonl");

    public async ValueTask InitializeAsync()
    {
        var direct = await server.CreateDatabase();
        _way = TcpProxy.Start(server.EndPoint);
        _node = await NodeProcess.StartNode(
            Path.Combine(_folder.Path, "data"),
            [
                .. NodeDatabase.SettingsOf(new NpgsqlConnectionStringBuilder(direct) { Port = _way.EndPoint.Port }.ConnectionString),
                $"Burgernet:Practice:RecordFile={Record}",
                "Burgernet:Practice:Pace=0.1",
                "Burgernet:Carrier:Channels=15",
                "Burgernet:Carrier:RingLimit=00:00:03",
                "Burgernet:Carrier:LingerAfterMessage=00:00:00.5",
                $"Burgernet:Demonstration:Participants={Deliveries}",
            ]
        );
        _room = new ControlRoom(_node.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _room?.Dispose();
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_way?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    [Fact]
    public async Task Database_AwayAndBack_NothingNewIsDialledMeanwhileAndNobodyIsCalledTwice()
    {
        var action = await StartAction();
        await _way.Refuse();
        await Eventually.Holds("every line was free, and nothing new was dialled", () => Task.FromResult(LinesBusy() == 0), Patience);
        var dialled = PracticeRecordFile.Read(Record).Count;

        using (var refused = await _room.Start("/v1/actions/00000000-0000-0000-0000-0000000000aa", key: "start of another"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await _room.Status("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await _room.Status("/health/live"));
        Assert.Equal(dialled, PracticeRecordFile.Read(Record).Count);

        _way.Accept();
        await Eventually.Holds("the node was ready again", async () => await _room.Status("/health/ready") == HttpStatusCode.OK, Patience);
        await Eventually.Holds("the action was complete", () => _room.IsComplete(action), Patience, () => _node.Output);
        await EveryoneHasOneResult(action);
    }

    /// <summary>The action is in the middle of a write, which takes until the database is given up: a stop does not queue for it.</summary>
    [Fact]
    public async Task Stop_WhileTheDatabaseSaysNothing_IsAcceptedAndStoredLater()
    {
        var action = await StartAction();
        _way.StallAfter(TipKey);
        var tip = _room.Send($"{action}/tips", Tip, TipKey);
        await Eventually.Holds("the database took a tip and said nothing more", () => Task.FromResult(_way.Stalled), Patience);
        using (var stopped = await _room.Stop(action))
        {
            var said = await stopped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(stopped.StatusCode == HttpStatusCode.Accepted, $"{stopped.StatusCode}: {said}\n{_node.Output}");
            Assert.False(JsonDocument.Parse(said).RootElement.GetProperty("recorded").GetBoolean());
        }

        Assert.False(tip.IsCompleted, "the stop waited for the tip");
        await Eventually.Holds("every line was free", () => Task.FromResult(LinesBusy() == 0), Patience);
        var dialled = PracticeRecordFile.Read(Record).Count;
        _way.Flow();
        await Eventually.Holds("every delivery had its result", () => _room.IsComplete(action), Patience, () => _node.Output);
        using (var first = await tip)
        using (var again = await _room.Send($"{action}/tips", Tip, TipKey))
        {
            // Given up or not by the time the database spoke again: told once more, it is there once.
            Assert.Contains(first.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable });
            Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        }

        Assert.Single(await _room.GetAll($"{action}/tips", "tips"));
        await Eventually.Holds(
            "the stop was recorded",
            async () => (await _room.Get(action)).GetProperty("recorded").GetBoolean(),
            Patience
        );
        Assert.Equal("stopped", (await _room.Get(action)).GetProperty("status").GetString());
        Assert.Equal(dialled, PracticeRecordFile.Read(Record).Count);
        await EveryoneHasOneResult(action);
    }

    /// <summary>What was stored and is not known to be: claims, answers and results alike, whoever waits for them.</summary>
    [Fact]
    public async Task Database_RepliesToCommitsLost_EverythingGoesOnAndNobodyIsCalledTwice()
    {
        var action = await StartAction();
        for (var lost = 1; lost <= 10; lost++)
        {
            // In turn that of a claim, which the server commits by itself (its entry of the chain says "claimed"), and that of any other commit.
            _way.LoseReplyTo(lost % 2 == 1 ? "claimed" : "COMMIT");
            var sofar = lost;
            await Eventually.Holds(
                $"reply {lost} to a commit was lost",
                () => Task.FromResult(_way.RepliesLost >= sofar),
                Patience,
                () => _node.Output
            );
        }

        await Eventually.Holds("the action was complete", () => _room.IsComplete(action), Patience, () => _node.Output);
        await EveryoneHasOneResult(action);
    }

    private async Task<string> StartAction()
    {
        var action = await _room.Draft(ControlRoom.Circle(10_000), WaveFile.Tone(TimeSpan.FromSeconds(1)));
        (await _room.Start(action)).EnsureSuccessStatusCode();
        await Eventually.Holds(
            "30 deliveries were done and calls were under way",
            () =>
                _room.Check(
                    action,
                    progress => progress.GetProperty("done").GetInt32() >= 30 && progress.GetProperty("underWay").GetInt32() > 5
                ),
            Patience
        );
        return action;
    }

    /// <summary>By the carrier's own record: who was invited and has not ended.</summary>
    private int LinesBusy() => PracticeRecordFile.Read(Record).Count(call => call.Ended is null);

    private async Task EveryoneHasOneResult(string action)
    {
        var deliveries = await _room.GetAll($"{action}/deliveries", "deliveries");
        Assert.Equal(Deliveries, deliveries.Count);
        Assert.All(deliveries, delivery => Assert.Equal(JsonValueKind.String, delivery.GetProperty("result").ValueKind));
        var heard = PracticeRecordFile
            .Read(Record)
            .Where(call => call.Answered is not null && call.RtpPackets > 0)
            .CountBy(call => call.Called);
        Assert.All(heard, number => Assert.Equal(1, number.Value));
        Assert.DoesNotContain(PostgresServer.Password, _node.Output, StringComparison.Ordinal);
    }
}
