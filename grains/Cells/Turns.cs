namespace Burgernet.Grains.Cells;

/// <summary>Takes pieces of a reentrant grain's work one after the other, in the order they were asked for, whether those before them came through or not.</summary>
internal sealed class Turns
{
    private Task _last = Task.CompletedTask;

    /// <summary>Runs it when its turn has come.</summary>
    public Task Take(Func<Task> work) => _last = After(_last, work);

    private static async Task After(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await work();
    }
}
