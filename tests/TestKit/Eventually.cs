using Xunit;

namespace Burgernet.TestKit;

/// <summary>Waits for something named to come about in another thread or process: the only wait that tests have.</summary>
public static class Eventually
{
    /// <summary>Between two looks, in milliseconds.</summary>
    private const double Shortest = 15;

    private const double Longest = 100;

    /// <summary>Returns when the condition holds; fails with what was waited for.</summary>
    /// <remarks>The longer it has waited, the less often it looks, up to ten times a second: a look may be a request, a session of the database or a file read from its
    /// beginning, and the processor that it takes is that of what is waited for.</remarks>
    /// <param name="what">What should come about, for the message: "every delivery has its result".</param>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="timeout">How long at most.</param>
    /// <param name="seen">What there is instead, for the message.</param>
    public static async Task Holds(string what, Func<Task<bool>> condition, TimeSpan timeout, Func<string>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            if (waited > timeout)
            {
                Assert.Fail($"Waited {timeout.TotalSeconds} s in vain until {what}. {seen?.Invoke()}");
            }

            var look = TimeSpan.FromMilliseconds(Math.Clamp(waited.TotalMilliseconds / 16, Shortest, Longest));
            await Task.Delay(look, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Like the other, for a condition that needs no waiting itself.</summary>
    public static Task Holds(string what, Func<bool> condition, TimeSpan timeout, Func<string>? seen = null) =>
        Holds(what, () => Task.FromResult(condition()), timeout, seen);
}
