using Burgernet.Dialing;
using Burgernet.Grains.Actions;
using Burgernet.Grains.Dialing;
using Burgernet.Grains.Participants;
using Burgernet.Participants;

namespace Burgernet.Benchmarks.Coordination;

/// <summary>A store of lanes that grants every claim and keeps nothing: what is measured is what goes on between grains. It acknowledges in groups, as a database does.</summary>
/// <remarks>Whoever would read a lane back is told that it cannot: no lane of a measurement may be loaded once it has stored a step.</remarks>
internal sealed class MemoryLanes : ILaneStore, IDisposable
{
    /// <summary>From the first step of a group until all of it is acknowledged.</summary>
    public static readonly TimeSpan Commit = TimeSpan.FromMilliseconds(3);

    private static readonly LaneWriteResult Done = LaneWriteResult.Nothing;

    private readonly PersonalSeal _seal;
    private readonly PersonalData _person = new()
    {
        Name = new PersonalText("Iemand"),
        Phones = [new PersonalText("+31990000001")],
        BirthYear = 1980,
        Places = [],
    };
    private readonly HashSet<(Guid, int)> _written = [];
    private readonly ITimer _committing;
    private List<(TaskCompletionSource<LaneWriteResult> Waiting, LaneWriteResult Result)> _group = [];
    private long _steps;
    private long _claimSteps;
    private long _claims;

    public MemoryLanes(PersonalSeal seal)
    {
        _seal = seal;
        _committing = TimeProvider.System.CreateTimer(_ => Acknowledge(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Steps of lanes so far, those among them that claim, and the claims in them.</summary>
    public (long Steps, long ClaimSteps, long Claims) Counts =>
        (Interlocked.Read(ref _steps), Interlocked.Read(ref _claimSteps), Interlocked.Read(ref _claims));

    public Task<StoredLane> Load(Guid actionId, int lane)
    {
        lock (_committing)
        {
            return _written.Contains((actionId, lane))
                ? throw new NotSupportedException($"Lane {lane} is loaded again")
                : Task.FromResult(new StoredLane([], 0, HashChain.Origin));
        }
    }

    public Task<LaneWriteResult> Write(LaneWrite write)
    {
        Interlocked.Increment(ref _steps);
        var result = Done;
        if (write.Claims.Count > 0)
        {
            Interlocked.Increment(ref _claimSteps);
            Interlocked.Add(ref _claims, write.Claims.Count);
            result = new LaneWriteResult(
                [.. write.Claims.Select(claim => new GrantedClaim(claim.ParticipantId, _seal.Seal(claim.ParticipantId, _person)))],
                []
            );
        }

        var waiting = new TaskCompletionSource<LaneWriteResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_committing)
        {
            _written.Add((write.ActionId, write.Lane));
            _group.Add((waiting, result));
            if (_group.Count == 1)
            {
                _committing.Change(Commit, Timeout.InfiniteTimeSpan);
            }
        }

        return waiting.Task;
    }

    /// <summary>Nobody asks for them here.</summary>
    public Task<DeliveryPage> ReadDeliveries(Guid actionId, string? after, int limit) => throw new NotSupportedException("Nothing is kept");

    /// <inheritdoc cref="ReadDeliveries"/>
    public Task<DeliveryCounts> CountDeliveries(Guid actionId, int? outcome) => throw new NotSupportedException("Nothing is kept");

    public void Dispose() => _committing.Dispose();

    private void Acknowledge()
    {
        List<(TaskCompletionSource<LaneWriteResult> Waiting, LaneWriteResult Result)> group;
        lock (_committing)
        {
            (group, _group) = (_group, []);
        }

        group.ForEach(step => step.Waiting.SetResult(step.Result));
    }
}
