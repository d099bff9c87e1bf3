using Burgernet.Actions;
using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Postgres;
using Npgsql;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

/// <summary>Steps of several lanes in one transaction: what one of them does must not touch the others.</summary>
public sealed class PostgresLaneWriterTests(PostgresOfClass database) : IClassFixture<PostgresOfClass>, IAsyncLifetime
{
    private const int Lanes = 12;

    private PostgresStoreBench _store = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await PostgresStoreBench.Open(
            await database.ConnectionString(),
            new PostgresOptions
            {
                Writers = 1,
                StatementTimeout = TimeSpan.FromSeconds(60),
                ConnectTimeout = TimeSpan.FromSeconds(60),
            }
        );
        await _store.AddPeople(Lanes + 1);
        await _store.NewAction(1);
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Group_AllAreGood_IsOneTransaction()
    {
        await InOneGroup([.. Enumerable.Range(0, Lanes).Select(Everything)]);
        Assert.Equal(Lanes + 1, await _store.Number("select count(*) from lane_log"));
        Assert.Equal(2, await _store.Number("select count(distinct xmin::text) from lane_log"));
        Assert.Equal(Lanes, await _store.Number("select count(*) from attempt"));
        Assert.Equal(Lanes, await _store.Number("select count(*) from delivery"));
    }

    [Fact]
    public async Task Group_AClaimOfOneIsRefused_TheOthersAreStored()
    {
        await _store.Sql("update participant set status = 'left' where participant_id = $1", StoreBench.Person(4));
        var results = await InOneGroup([.. Enumerable.Range(0, Lanes).Select(Everything)]);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var result = await results[lane];
            Assert.Equal(lane == 3 ? 1 : 0, result.Refused.Count);
            Assert.Equal(lane == 3 ? [] : [StoreBench.Phone(lane + 1)], result.Granted.Select(StoreBench.NumberOf), StringComparer.Ordinal);
        }

        Assert.True((await results[3]).Refused[0].Inactive);
        Assert.Equal(Lanes - 1, await _store.Number("select count(*) from delivery"));
        Assert.Equal(0, await _store.Number("select count(*) from lane_log where lane = 3"));
    }

    [Fact]
    public async Task Group_TheActionIsStopped_EveryClaimIsRefusedAndReportsAreStored()
    {
        var state = ActionState.From(StoreBench.Action(1), await _store.Actions.ReadEvents(StoreBench.Action(1)));
        await _store.Append(state, ActionEventType.Stopped, new StoppedData(2, null));
        var results = await InOneGroup([
            .. Enumerable.Range(0, Lanes).Select(lane => lane % 2 == 0 ? Everything(lane) : _store.Step(lane: lane)),
        ]);
        for (var lane = 0; lane < Lanes; lane++)
        {
            Assert.Equal(lane % 2 == 0, (await results[lane]).Refused is [{ Inactive: false }]);
        }

        Assert.Equal((Lanes / 2) + 1, await _store.Number("select count(*) from lane_log"));
    }

    [Fact]
    public async Task Group_OneBreaksARule_ItAloneFails()
    {
        await _store.Lanes.Write(_store.Step(lane: 3));
        await _store.Lanes.Write(_store.Step(lane: 13) with { Deliveries = [StoreBench.Delivery(6)] });
        var results = await InOneGroup([.. Enumerable.Range(0, Lanes).Select(Everything)]);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (lane is 3 or 5)
            {
                await Assert.ThrowsAsync<StoreConflictException>(() => results[lane]);
            }
            else
            {
                Assert.Single((await results[lane]).Granted);
            }
        }

        Assert.Equal(Lanes - 2, await _store.Number("select count(*) from attempt"));
    }

    [Fact]
    public async Task Group_SomebodyHoldsARowOfOne_ItAloneFails()
    {
        await _store.DisposeAsync();
        _store = await PostgresStoreBench.Open(
            await database.ConnectionString(),
            new PostgresOptions
            {
                Writers = 1,
                StatementTimeout = TimeSpan.FromSeconds(6),
                ConnectTimeout = TimeSpan.FromSeconds(60),
            },
            empty: false
        );
        await using var other = new NpgsqlConnection(await database.ConnectionString());
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var holding = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var adding = new NpgsqlCommand(
            """
            insert into delivery (action_id, message_no, participant_id, channel, lane, language, band, selected_at, chosen)
            values ($1, 1, $2, $4, 3, 'nl', 0, $3, 0)
            """,
            other
        );
        adding.Parameters.Add(new NpgsqlParameter { Value = StoreBench.Action(1) });
        adding.Parameters.Add(new NpgsqlParameter { Value = StoreBench.Person(4) });
        adding.Parameters.Add(new NpgsqlParameter { Value = StoreBench.At });
        adding.Parameters.Add(new NpgsqlParameter { Value = StoredCodes.Of(Medium.Voice) });
        await adding.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var results = await InOneGroup([.. Enumerable.Range(0, Lanes).Select(Everything)]);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (lane == 3)
            {
                await Assert.ThrowsAsync<StoreUnavailableException>(() => results[lane]);
            }
            else
            {
                Assert.Single((await results[lane]).Granted);
            }
        }
    }

    [Fact]
    public async Task Group_TheSameClaimFromTwoActivations_OneIsGranted()
    {
        var first = Everything(0);
        var second = first with { Claims = [StoreBench.Claim(1, Guid.NewGuid())] };
        var results = await InOneGroup(first, second, Everything(1));
        Assert.Single((await results[0]).Granted);
        Assert.Single((await results[1]).Refused);
        Assert.Single((await results[2]).Granted);
    }

    [Fact]
    public async Task Writers_ManyLanesAtOnce_KeepEveryChainWhole()
    {
        await using var store = await PostgresStoreBench.Open(
            await database.ConnectionString(),
            new PostgresOptions
            {
                Writers = 4,
                LargestGroup = 20,
                StatementTimeout = TimeSpan.FromSeconds(60),
                ConnectTimeout = TimeSpan.FromSeconds(60),
            }
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(async lane =>
                {
                    var chain = new LaneChain(0, HashChain.Origin);
                    for (var step = 0; step < 15; step++)
                    {
                        chain.Add(LaneLogType.Settled, StoreBench.At.AddSeconds(step), new { Number = step });
                        await store.Lanes.Write(
                            new LaneWrite
                            {
                                ActionId = StoreBench.Action(1),
                                Lane = lane,
                                Log = chain.Take(),
                            }
                        );
                    }
                })
        );
        foreach (var entries in (await store.Actions.ReadDossier(StoreBench.Action(1), null, 1_000)).Entries.GroupBy(entry => entry.Lane))
        {
            Assert.Equal(Enumerable.Range(1, 15).Select(place => (long)place), entries.Select(entry => entry.Sequence));
            Assert.Equal(
                entries.SkipLast(1).Select(entry => entry.Hash),
                entries.Skip(1).Select(entry => entry.PreviousHash),
                StringComparer.Ordinal
            );
        }
    }

    /// <summary>A step that writes to every table.</summary>
    private LaneWrite Everything(int lane) =>
        _store.Step(lane: lane) with
        {
            Deliveries = [StoreBench.Delivery(lane + 1)],
            Claims = [StoreBench.Claim(lane + 1, StoreBench.Action(100 + lane))],
            Attempts = [StoreBench.Ended(lane + 1, 1, CallEnd.Rejected, 486)],
            Results = [new ResultRow(StoreBench.Person(lane + 1), 1, DeliveryResult.Busy, true, StoreBench.At)],
        };

    /// <summary>Holds the only writer with a step of lane 90 until all steps wait, so that they are written together.</summary>
    private async Task<Task<LaneWriteResult>[]> InOneGroup(params LaneWrite[] steps)
    {
        await using var other = new NpgsqlConnection(await database.ConnectionString());
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var holding = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var locking = new NpgsqlCommand("lock table lane_log", other);
        await locking.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var first = _store.Lanes.Write(_store.Step(lane: 90));
        await Burgernet.TestKit.Eventually.Holds(
            "the writer waits for the lock",
            async () => await _store.Number("select count(*) from pg_locks where not granted and relation = 'lane_log'::regclass") == 1,
            TimeSpan.FromSeconds(30)
        );
        var running = Array.ConvertAll(steps, step => _store.Lanes.Write(step));
        await holding.RollbackAsync(TestContext.Current.CancellationToken);
        await first;
        await Task.WhenAll(running.Select(job => job.ContinueWith(_ => { }, TaskScheduler.Default)));
        return running;
    }
}
