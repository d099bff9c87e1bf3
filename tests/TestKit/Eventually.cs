using Xunit;

namespace Burgernet.TestKit;

/// <summary>Waits for something named to come about in another thread or process: the only wait that tests have.</summary>
public static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(15);

    /// <summary>Returns as soon as the condition holds; fails with what was waited for.</summary>
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
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
            {
                Assert.Fail($"Waited {timeout.TotalSeconds} s in vain until {what}. {seen?.Invoke()}");
            }

            await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Like the other, for a condition that needs no waiting itself.</summary>
    public static Task Holds(string what, Func<bool> condition, TimeSpan timeout, Func<string>? seen = null) =>
        Holds(what, () => Task.FromResult(condition()), timeout, seen);
}
