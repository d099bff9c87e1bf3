namespace Burgernet.Grains.Cells;

/// <summary>Lets steps of interleaving calls wait for each other. Not for several threads.</summary>
internal sealed class OneByOne
{
    private Task? _last;

    /// <summary>Whether a step is under way.</summary>
    public bool Busy => _last is not null;

    /// <summary>Runs a step once those before it are over, however they ended.</summary>
    public async Task Run(Func<Task> step)
    {
        var before = _last;
        var over = new TaskCompletionSource();
        _last = over.Task;
        if (before is not null)
        {
            await before;
        }

        try
        {
            await step();
        }
        finally
        {
            if (_last == over.Task)
            {
                _last = null;
            }

            over.SetResult();
        }
    }
}
