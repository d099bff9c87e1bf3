using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Storage.Postgres;
using Burgernet.TestKit;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>The database is refused, silent, slow, cut off, or gone after it did what was asked: callers are told soon, nothing is half stored, and it goes on.</summary>
public sealed class PostgresFailureTests(PostgresServer server, PostgresOfClass database) : IClassFixture<PostgresOfClass>, IAsyncLifetime
{
    /// <summary>Longer than any time-out of the stores here; a caller that waits so long was forgotten.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>With the end of the text, which tells it from the isolation level READ COMMITTED.</summary>
    private const string Commit = "COMMIT\0";

    private const string IdleInTransaction =
        "select count(*) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'";

    private static readonly Guid Nonce = StoreBench.Action(77);

    private TcpProxy _way = null!;
    private PostgresStoreBench _store = null!;

    public async ValueTask InitializeAsync()
    {
        await database.ConnectionString();
        _way = TcpProxy.Start(server.EndPoint);
        _store = await Open(TimeSpan.FromSeconds(60), empty: true);
        await _store.AddPeople(10);
        await _store.NewAction(1);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            _way.Flow();
            await _store.DisposeAsync();
            await _way.DisposeAsync();
        }
    }

    [Fact]
    public async Task Database_Refuses_EveryStoreSaysUnavailableAndGoesOnWhenItIsBack()
    {
        await _way.Refuse();
        await EverythingIsUnavailable();
        await EverythingIsUnavailable();
        _way.Accept();
        await EverythingWorks();
        Assert.Collection(
            _store.Log.Lines,
            line => Assert.StartsWith("Warning The database does not answer as it should", line, StringComparison.Ordinal),
            line => Assert.StartsWith("Information The database answers again", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Database_SaysNothing_EveryStoreSaysUnavailableInTimeAndGoesOnWhenItIsBack()
    {
        await BeImpatient();
        _way.Stall();
        await EverythingIsUnavailable();
        _way.Flow();
        await EverythingWorksAgain();
    }

    [Fact]
    public async Task Connections_CutWhileIdle_AreReplaced()
    {
        await EverythingWorks();
        _way.Cut();

        // A read tries a second connection by itself; a write may not, so its caller comes again.
        Assert.Empty((await _store.Lanes.Load(StoreBench.Action(1), 7)).Deliveries);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lanes.Write(_store.Step(lane: 3)));
        await EverythingWorks();
    }

    [Fact]
    public async Task Claim_ReplyLost_IsUnavailableAndStandsOnce()
    {
        _way.LoseReplyTo("insert into attempt");
        var step = _store.Step() with { Deliveries = [StoreBench.Delivery(3)], Claims = [StoreBench.Claim(3, Nonce)] };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lanes.Write(step));
        Assert.Equal(1, _way.RepliesLost);

        // The lane starts again from the store, and finds it done.
        var lane = await _store.Lanes.Load(StoreBench.Action(1), 0);
        Assert.Equal((1, Nonce), (Assert.Single(lane.Deliveries).Attempts, lane.Deliveries[0].Nonce));
        Assert.Equal(step.Log[^1].Sequence, lane.LogSequence);
        await Assert.ThrowsAsync<StoreConflictException>(() => _store.Lanes.Write(step));

        // Asked again under its own name it is granted again, under another it is not.
        var chain = new LaneChain(lane.LogSequence, lane.LogHead);
        chain.Add(LaneLogType.Claimed, StoreBench.At, new { });
        var again = step with { Deliveries = [], Log = chain.Take() };
        Assert.Single((await _store.Lanes.Write(again with { Claims = [StoreBench.Claim(3, Guid.NewGuid())] })).Refused);
        Assert.Equal(StoreBench.Phone(3), StoreBench.NumberOf(Assert.Single((await _store.Lanes.Write(again)).Granted)));
        Assert.Equal(1, await _store.Number("select count(*) from attempt"));
    }

    [Fact]
    public async Task Report_ReplyLost_IsUnavailableAndStands()
    {
        await _store.Store(_store.Step() with { Deliveries = [StoreBench.Delivery(3)] });
        _way.LoseReplyTo("insert into lane_log");
        var step = _store.Step() with { Results = [new ResultRow(StoreBench.Person(3), 1, DeliveryResult.Busy, true, StoreBench.At)] };
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Lanes.Write(step));
        Assert.Equal(1, _way.RepliesLost);
        Assert.Equal(DeliveryResult.Busy, Assert.Single((await _store.Lanes.Load(StoreBench.Action(1), 0)).Deliveries).Result);
    }

    [Fact]
    public async Task Append_ReplyToItsCommitLost_IsUnavailableAndASecondOneFindsTheSequenceTaken()
    {
        var state = ActionState.From(StoreBench.Action(1), await _store.Actions.ReadEvents(StoreBench.Action(1)));
        var stop = state.Next(
            ActionEventType.Stopped,
            ActionEventData.Write(new StoppedData(2, null)),
            StoreBench.Dispatcher,
            null,
            StoreBench.At
        );
        _way.LoseReplyTo(Commit);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Actions.Append(state.With(stop).ToRow(), stop, []));
        Assert.Equal(1, _way.RepliesLost);
        Assert.False(await _store.Actions.Append(state.With(stop).ToRow(), stop, []));
        Assert.Equal(3, (await _store.Actions.ReadEvents(StoreBench.Action(1))).Count);
    }

    /// <summary>A node that is frozen, or cut off, right after it sent its claims must not hold the rows of its lanes against whoever takes them over.</summary>
    [Fact]
    public async Task Claim_NodeHearsNothingAfterIt_IsCommittedByTheServer()
    {
        _way.StallAfter("insert into attempt");
        var step = _store.Step() with { Deliveries = [StoreBench.Delivery(3)], Claims = [StoreBench.Claim(3, Nonce)] };
        var writing = _store.Lanes.Write(step);
        await using (var other = await PostgresStoreBench.Open(await database.ConnectionString(), empty: false))
        {
            await Eventually.Holds(
                "the claim was committed",
                async () => await other.Number("select count(*) from attempt") == 1,
                Patience
            );
            Assert.Equal(0, await other.Number(IdleInTransaction));
            await other.Sql("update attempt set nonce = nonce");
        }

        Assert.False(writing.IsCompleted);
        _way.Flow();
        Assert.Single((await InTime(writing)).Granted);
    }

    [Fact]
    public async Task Transaction_ItsNodeStandsStill_IsUndoneByTheServerAndOthersGoOn()
    {
        await using var frozen = await PostgresStoreBench.Open(
            await database.ConnectionString(),
            new PostgresOptions { IdleTransactionTimeout = TimeSpan.FromSeconds(1), StatementTimeout = TimeSpan.FromSeconds(60) },
            empty: false
        );
        var asleep = new TaskCompletionSource();
        var wakes = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = frozen.Database.Write(async sql =>
        {
            await sql.Execute("update participant set status = 'left' where participant_id = $1", StoreBench.Person(9));
            asleep.SetResult();
            await wakes.Task;
            return new Burgernet.Silo.Storage.WriteStep<int>(0, Keep: true);
        });
        await InTime(asleep.Task);
        await _store.Sql("update participant set version = version + 1 where participant_id = $1", StoreBench.Person(9));
        wakes.SetResult();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => writing);
        Assert.Equal(10, await _store.Number("select count(*) from participant where status = 'active'"));
    }

    [Fact]
    public async Task Write_ConnectionCutBeforeTheCommit_LeavesNothing()
    {
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            _store.Database.Write(async sql =>
            {
                await sql.Execute("update participant set status = 'left' where participant_id = $1", StoreBench.Person(9));
                _way.Cut();
                return new Burgernet.Silo.Storage.WriteStep<int>(0, Keep: true);
            })
        );
        Assert.Equal(10, await _store.Number("select count(*) from participant where status = 'active'"));
    }

    [Fact]
    public async Task Step_WaitsForALockForTooLong_IsUnavailableAndStoresNothing()
    {
        await BeImpatient();
        await using (var other = new NpgsqlConnection(await database.ConnectionString()))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var holding = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var locking = new NpgsqlCommand("lock table lane_log", other);
            await locking.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<StoreUnavailableException>(() => InTime(_store.Lanes.Write(_store.Step())));
        }

        await EverythingWorksAgain();
        Assert.Equal(0, await _store.Number("select count(*) from lane_log where lane = 0"));
    }

    [Fact]
    public async Task Steps_ManyWaitWhileTheDatabaseSaysNothing_AllAreToldTogether()
    {
        var lanes = Enumerable.Range(100, 300).ToArray();
        await BeImpatient();
        _way.Stall();
        var waiting = lanes.Select(lane => _store.Lanes.Write(_store.Step(lane: lane))).ToArray();
        foreach (var step in waiting)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => InTime(step));
        }

        _way.Flow();
        await EverythingWorksAgain();
    }

    /// <summary>Through the proxy. What must not time out on a busy machine is patient; what is to time out is not.</summary>
    private async Task<PostgresStoreBench> Open(TimeSpan limit, bool empty)
    {
        var direct = await database.ConnectionString();
        return await PostgresStoreBench.Open(
            new NpgsqlConnectionStringBuilder(direct) { Port = _way.EndPoint.Port }.ConnectionString,
            new PostgresOptions
            {
                ConnectTimeout = limit,
                StatementTimeout = limit,

                // The text of a statement goes over the wire each time: the proxy looks for it.
                MaxAutoPrepare = 0,
            },
            empty
        );
    }

    private async Task BeImpatient()
    {
        await _store.DisposeAsync();
        _store = await Open(TimeSpan.FromSeconds(1), empty: false);
    }

    private static Task InTime(Task work) => work.WaitAsync(Patience, TestContext.Current.CancellationToken);

    private static async Task<T> InTime<T>(Task<T> work) => await work.WaitAsync(Patience, TestContext.Current.CancellationToken);

    private async Task EverythingIsUnavailable()
    {
        Task[] all =
        [
            _store.Lanes.Write(_store.Step(lane: 8)),
            _store.Lanes.Write(_store.Step(lane: 9) with { Claims = [StoreBench.Claim(9, Nonce)] }),
            _store.NewAction(9),
            _store.Actions.ReadEvents(StoreBench.Action(1)),
            _store.Actions.ListRunning(),
            _store.Lanes.Load(StoreBench.Action(1), 0),
            _store.Subscriptions.ReadRegion(7),
        ];
        foreach (var one in all)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => one.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>With a limit of a second, a busy machine may need more than one go.</summary>
    private Task EverythingWorksAgain() =>
        Eventually.Holds(
            "everything works again",
            async () =>
            {
                try
                {
                    var lane = await _store.Lanes.Load(StoreBench.Action(1), 5);
                    var chain = new LaneChain(lane.LogSequence, lane.LogHead);
                    chain.Add(LaneLogType.Settled, StoreBench.At, new { });
                    await _store.Lanes.Write(_store.Step(lane: 5) with { Log = chain.Take() });
                    return (await _store.Actions.ReadEvents(StoreBench.Action(1))).Count == 2
                        && (await _store.Participants.Count()).Participants == 10;
                }
                catch (StoreUnavailableException)
                {
                    return false;
                }
            },
            Patience
        );

    private async Task EverythingWorks()
    {
        await _store.Store(_store.Step(lane: 5));
        Assert.NotEmpty(await _store.Actions.ReadEvents(StoreBench.Action(1)));
        Assert.True((await _store.Lanes.Load(StoreBench.Action(1), 5)).LogSequence > 0);
        Assert.Equal(10, (await _store.Participants.Count()).Participants);
    }
}
