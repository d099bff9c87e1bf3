using System.Threading.Channels;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Burgernet.Silo.Storage.Postgres;

/// <summary>Writes the steps of lanes: each of a few connections takes what waits, up to a limit, as one transaction, and tells every caller when it is durable.</summary>
/// <remarks>A step is all or nothing by itself. The group is tried as one; where a claim of it is refused, it breaks a rule of the database, or somebody holds one of its rows, it is
/// undone and each step goes alone. That is rare: a stop, a participant who left, a second activation of a lane.</remarks>
internal sealed class PostgresLaneWriter : IAsyncDisposable
{
    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(10_000);
    private readonly NpgsqlDataSource _source;
    private readonly PostgresWatch _watch;
    private readonly StorageInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly int _largestGroup;
    private readonly Task _writing;

    public PostgresLaneWriter(
        PostgresDatabase database,
        IOptions<PostgresOptions> options,
        StorageInstruments instruments,
        TimeProvider time
    )
    {
        _watch = database.Watch;
        _instruments = instruments;
        _time = time;
        _source = database.Login.CreateWriterSource();
        _largestGroup = options.Value.LargestGroup;

        // Whoever happens to ask for the first write: its context is not that of the writers.
        using (ExecutionContext.SuppressFlow())
        {
            _writing = Task.WhenAll(Enumerable.Range(0, options.Value.Writers).Select(_ => Task.Run(Work)));
        }
    }

    /// <summary>Queues a step; durable when the task completes.</summary>
    /// <exception cref="StoreUnavailableException">The database did not take it; whether it happened is not known.</exception>
    /// <exception cref="StoreConflictException">An entry of the chain, or a delivery, stands already: nothing was stored.</exception>
    public async Task<LaneWriteResult> Write(LaneWrite write)
    {
        var job = new Job(write);
        try
        {
            await _jobs.Writer.WriteAsync(job);
        }
        catch (ChannelClosedException exception)
        {
            throw new StoreUnavailableException("The node is stopping", exception);
        }

        return await job.Result;
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _writing;
        await _source.DisposeAsync();
    }

    private async Task Work()
    {
        var group = new List<Job>();
        while (await _jobs.Reader.WaitToReadAsync())
        {
            var rows = 0;
            while (rows < _largestGroup && _jobs.Reader.TryRead(out var job))
            {
                group.Add(job);
                rows += job.Rows;
            }

            if (group.Count > 0)
            {
                var began = _time.GetTimestamp();
                if (await Store(group))
                {
                    _watch.Answered();
                    _instruments.GroupStored(rows, _time.GetElapsedTime(began));
                }

                group.Clear();
            }
        }
    }

    private async Task<bool> Store(List<Job> group)
    {
        try
        {
            if (!await TryTogether(group))
            {
                foreach (var job in group)
                {
                    await TryTogether([job]);
                }
            }

            return true;
        }
        catch (Exception exception)
        {
            // Whatever it is, nobody may wait for ever.
            var failure = PostgresFailure.IsOfTheDatabase(exception) ? _watch.Failed(exception) : exception;
            if (failure is StoreUnavailableException)
            {
                AddWaiting(group);
            }

            group.ForEach(job => job.Fail(failure));
            return false;
        }
    }

    /// <summary>The database is away: who waits behind those who are told of it would only be told the same, a time-out later. Taken before anybody is told: who comes
    /// after that may know better.</summary>
    private void AddWaiting(List<Job> group)
    {
        while (_jobs.Reader.TryRead(out var job))
        {
            group.Add(job);
        }
    }

    /// <summary>Stores all steps in one transaction, which the server ends by itself: a node that stands still, or is cut off, holds no row against whoever takes its lanes over.</summary>
    /// <returns>False where something stands in the way of one of them: then nothing was stored.</returns>
    private async Task<bool> TryTogether(List<Job> group)
    {
        try
        {
            await using var connection = await _source.OpenConnectionAsync();
            await using var batch = PostgresLaneBatch.Whole(connection, [.. group.Select(job => job.Write)]);
            var granted = await batch.Send();
            group.ForEach(job => job.Complete(granted));
            return true;
        }
        catch (PostgresException exception) when (ConcernsOneStep(exception))
        {
            if (group is not [var one])
            {
                return false;
            }

            await TellWhy(one, exception);
            return true;
        }
    }

    private async Task TellWhy(Job job, PostgresException exception)
    {
        if (exception.SqlState != PostgresLaneBatch.ClaimRefused)
        {
            job.Fail(PostgresFailure.Translate(exception));
            return;
        }

        var refused = await Refused(job.Write);
        if (refused.Length > 0)
        {
            job.Refuse(refused);
        }
        else
        {
            // What stood in its way is gone again: its lane starts from the store and asks once more.
            job.Fail(new StoreUnavailableException("A claim was refused, and would be granted now"));
        }
    }

    /// <summary>Which claims of a step are not granted: tried, and undone.</summary>
    private async Task<RefusedClaim[]> Refused(LaneWrite write)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var undone = await connection.BeginTransactionAsync();
        await using var claims = PostgresLaneBatch.OfClaims(connection, write);
        var granted = await claims.Send();
        var refused = write.Claims.Where(claim => !granted.ContainsKey(PostgresLaneBatch.KeyOf(write, claim))).ToArray();
        var active = await new PostgresStatements(connection).Query(
            "select participant_id from participant where participant_id = any ($1) and status = 'active'",
            row => row.GetGuid(0),
            Array.ConvertAll(refused, claim => claim.ParticipantId)
        );
        return Array.ConvertAll(refused, claim => new RefusedClaim(claim.ParticipantId, !active.Contains(claim.ParticipantId)));
    }

    /// <summary>A rule of the database broken, a claim refused, the same claim twice in one statement, two groups that waited for each other, or a row that somebody holds.</summary>
    private static bool ConcernsOneStep(PostgresException exception) =>
        PostgresFailure.IsRefusal(exception.SqlState)
        || exception.SqlState
            is PostgresLaneBatch.ClaimRefused
                or PostgresErrorCodes.CardinalityViolation
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.LockNotAvailable;

    private sealed class Job(LaneWrite write)
    {
        private readonly TaskCompletionSource<LaneWriteResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LaneWrite Write => write;

        public Task<LaneWriteResult> Result => _done.Task;

        public int Rows => write.Deliveries.Count + write.Claims.Count + write.Attempts.Count + write.Results.Count + write.Log.Count;

        public void Complete(Dictionary<(Guid, int, Guid, string, int), SealedData> granted) =>
            _done.TrySetResult(
                new LaneWriteResult(
                    [
                        .. write.Claims.Select(claim => new GrantedClaim(
                            claim.ParticipantId,
                            granted[PostgresLaneBatch.KeyOf(write, claim)]
                        )),
                    ],
                    []
                )
            );

        public void Refuse(RefusedClaim[] refused) => _done.TrySetResult(new LaneWriteResult([], refused));

        public void Fail(Exception exception) => _done.TrySetException(exception);
    }
}
