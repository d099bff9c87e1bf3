using Burgernet.Grains.Actions;
using Burgernet.Silo.Storage;
using Burgernet.Silo.Storage.Sqlite;
using Xunit;

namespace Burgernet.Tests.Unit.Storage;

public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly SqliteStoreBench _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Group_OneJobBreaksAConstraint_TheOthersAreStored()
    {
        var jobs = await InOneGroup(Insert("a"), Insert(null), Insert("b"));
        await jobs[0];
        await Assert.ThrowsAsync<StoreConflictException>(() => jobs[1]);
        await jobs[2];
        Assert.Equal(2, await Notes());
    }

    [Fact]
    public async Task Group_OneJobThrows_ItsOwnWorkIsUndoneAndTheOthersAreStored()
    {
        var jobs = await InOneGroup(
            Insert("a"),
            sql =>
            {
                Insert("half")(sql);
                throw new InvalidOperationException("of this job");
            },
            Insert("b")
        );
        await jobs[0];
        await Assert.ThrowsAsync<InvalidOperationException>(() => jobs[1]);
        await jobs[2];
        Assert.Equal(2, await Notes());
    }

    [Fact]
    public async Task Group_OneJobIsRefusedByTheDatabase_ItFailsAsUnavailableAndTheOthersAreStored()
    {
        var jobs = await InOneGroup(
            Insert("a"),
            sql => new WriteStep<int>(sql.Execute("insert into no_such_table values (1)"), Keep: true),
            Insert("b")
        );
        await jobs[0];
        await Assert.ThrowsAsync<StoreUnavailableException>(() => jobs[1]);
        await jobs[2];
        Assert.Equal(2, await Notes());
    }

    [Fact]
    public async Task Group_OneJobKeepsNothing_OnlyItsWorkIsUndone()
    {
        var jobs = await InOneGroup(Insert("a"), sql => Insert("unwanted")(sql) with { Keep = false }, Insert("b"));
        await Task.WhenAll(jobs);
        Assert.Equal(2, await Notes());
    }

    [Theory]
    [InlineData("rollback")]
    [InlineData("release step")]
    public async Task Group_TransactionLost_EveryoneIsToldAndTheNextWriteGoesThrough(string fault)
    {
        // What a full disk or a torn file does to the transaction, without one.
        var jobs = await InOneGroup(Insert("a"), sql => new WriteStep<int>(sql.Execute(fault), Keep: true), Insert("b"));
        foreach (var job in jobs)
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(() => job);
        }

        Assert.Equal(0, await Notes());
        await _store.Database.Write(Insert("after"));
        Assert.Equal(1, await Notes());
    }

    [Fact]
    public async Task Write_ManyAtOnce_AreAllStored()
    {
        await CreateNotes();
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => _store.Database.Write(Insert($"n{i}"))));
        Assert.Equal(2_000, await Notes());
    }

    [Fact]
    public async Task Read_TableMissing_IsUnavailable() =>
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _store.Number("select count(*) from no_such_table"));

    [Fact]
    public async Task Migrations_RunAgain_ChangeNothing()
    {
        await _store.AddPeople(3);
        _store.Reopen();
        _store.Reopen();
        Assert.Equal(3, (await _store.Participants.Count()).Participants);
    }

    [Fact]
    public async Task Killed_InTheMiddle_KeepsWhatWasAcknowledged()
    {
        await _store.AddPeople(5);
        await _store.NewAction(1);
        await _store.Store(_store.Step() with { Deliveries = [StoreBench.Delivery(1)] });
        await using var after = _store.Killed();

        Assert.Equal(5, (await after.Participants.Count()).Participants);
        Assert.Equal(2, (await after.Actions.ReadEvents(StoreBench.Action(1))).Count);
        Assert.Single((await after.Lanes.Load(StoreBench.Action(1), 0)).Deliveries);
        await after.NewAction(2);
    }

    private static Func<SqliteStatements, WriteStep<int>> Insert(string? text) =>
        sql => new WriteStep<int>(sql.Execute("insert into note (text) values ($1)", text), Keep: true);

    private Task CreateNotes() => _store.Sql("create table note (text text not null) strict");

    private Task<long> Notes() => _store.Number("select count(*) from note");

    /// <summary>Holds the writer until all jobs wait, so that they are committed together.</summary>
    private async Task<Task<int>[]> InOneGroup(params Func<SqliteStatements, WriteStep<int>>[] jobs)
    {
        await CreateNotes();
        using var held = new ManualResetEventSlim();
        var gate = held;
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var holder = _store.Database.Write(_ =>
        {
            entered.SetResult();
            gate.Wait(TestContext.Current.CancellationToken);
            return new WriteStep<int>(0, Keep: true);
        });
        await entered.Task;
        var running = Array.ConvertAll(jobs, job => _store.Database.Write(job));
        held.Set();
        await holder;
        await Task.WhenAll(running.Select(job => job.ContinueWith(_ => { }, TaskScheduler.Default)));
        return running;
    }
}
