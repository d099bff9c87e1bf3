namespace Burgernet.Tests.Unit.Cells.Interleaving;

/// <summary>Lets asynchronous work of one thread go on in a given order: whoever waits for a turn gets it when the choices say so.</summary>
/// <param name="choices">Which of those who wait goes on next, over and over.</param>
internal sealed class Turns(IReadOnlyList<int> choices)
{
    private readonly List<TaskCompletionSource> _waiting = [];

    /// <summary>How many turns were given.</summary>
    public int Given { get; private set; }

    /// <summary>Waits for a turn.</summary>
    public Task Next()
    {
        // Continuations run inside SetResult: nothing happens but in a turn.
        var turn = new TaskCompletionSource();
        _waiting.Add(turn);
        return turn.Task;
    }

    /// <summary>Gives turns until nobody waits.</summary>
    public void RunToEnd()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (_waiting.Count > 0)
            {
                var next = choices[Given++ % choices.Count] % _waiting.Count;
                var turn = _waiting[next];
                _waiting.RemoveAt(next);
                turn.SetResult();
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
