using Burgernet.Actions;

namespace Burgernet.Grains.Actions;

/// <summary>Stops and pauses that hold and are not known to be stored yet, in the order in which they were accepted. No I/O.</summary>
internal sealed class PendingHalts
{
    private readonly List<Halt> _halts = [];

    /// <summary>Whether there is any: nothing may start.</summary>
    public bool Any => _halts.Count > 0;

    /// <summary>Whether one of them is a stop.</summary>
    public bool Stopping => _halts.Exists(halt => halt.Type == ActionEventType.Stopped);

    /// <summary>The one to store next, or null.</summary>
    public Halt? First => _halts.Count > 0 ? _halts[0] : null;

    /// <summary>The state that an action is in with them.</summary>
    /// <param name="stored">The state as it is stored.</param>
    public ActionStatus After(ActionStatus stored) => _halts.Aggregate(stored, (status, halt) => ActionLifeCycle.After(status, halt.Type));

    /// <summary>Whether an act is one of them: the same (true), another under its key (problem), or none (false).</summary>
    public (bool Repeated, ActionProblem? Problem) Check(Act act, string type) =>
        _halts.Find(halt => halt.Act.OperationId == act.OperationId) is not { } known ? (false, null)
        : known.Type == type && known.Act.Fingerprint == act.Fingerprint ? (true, null)
        : (false, new ActionProblem(ActionProblemCode.OperationReused));

    /// <summary>One more was accepted.</summary>
    public void Add(Halt halt) => _halts.Add(halt);

    /// <summary>One is stored, or can never be.</summary>
    public void Remove(Halt halt) => _halts.Remove(halt);

    /// <summary>An action as it is with them.</summary>
    public ActionSnapshot ShowIn(ActionSnapshot snapshot) => _halts.Aggregate(snapshot, (shown, halt) => halt.ShownIn(shown));
}
